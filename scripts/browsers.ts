import { delimiter, join } from 'node:path';
import { failed, ok, type Result } from '../lib/model/result.ts';
import { installOnDebian, isDebian, isProgram } from './debian.ts';

export type Family = 'chromium' | 'firefox';

export interface InstalledBrowser {
  readonly family: Family;
  readonly path: string;
}

/** No browser of that family, with the line that tells what to install. */
export interface BrowserMissing {
  readonly code: 'BrowserMissing';
  readonly family: Family;
  readonly advice: string;
}

const variable = { chromium: 'CHROME_PATH', firefox: 'FIREFOX_PATH' } as const;
const debianPackage = { chromium: 'chromium', firefox: 'firefox-esr' } as const;

/** Looked up in PATH; builds that are free to load an unpacked extension come before the branded ones. */
const commands: Readonly<Record<Family, readonly string[]>> = {
  chromium: ['chromium', 'chromium-browser', 'microsoft-edge', 'microsoft-edge-stable', 'google-chrome', 'chrome'],
  firefox: ['firefox-developer-edition', 'firefox', 'firefox-esr'],
};

function usualPaths(family: Family): readonly string[] {
  const home = process.env['HOME'] ?? '';
  if (process.platform === 'darwin') {
    const names = family === 'chromium' ? ['Chromium', 'Microsoft Edge', 'Google Chrome'] : ['Firefox'];
    return ['/Applications', join(home, 'Applications')].flatMap((folder) =>
      names.map((name) => join(folder, `${name}.app`, 'Contents', 'MacOS', name === 'Firefox' ? 'firefox' : name)),
    );
  }
  if (process.platform === 'win32') {
    const roots = ['LOCALAPPDATA', 'PROGRAMFILES', 'PROGRAMFILES(X86)'].flatMap((name) => process.env[name] ?? []);
    const tails =
      family === 'chromium'
        ? [
            'Chromium\\Application\\chrome.exe',
            'Microsoft\\Edge\\Application\\msedge.exe',
            'Google\\Chrome\\Application\\chrome.exe',
          ]
        : ['Mozilla Firefox\\firefox.exe'];
    return tails.flatMap((tail) => roots.map((folder) => join(folder, tail)));
  }
  return family === 'chromium'
    ? ['/usr/bin/chromium', '/snap/bin/chromium', '/opt/google/chrome/chrome']
    : ['/usr/bin/firefox-esr', '/usr/lib/firefox/firefox', '/snap/bin/firefox'];
}

/** What the reader's own variable names, if it is set. */
const namedPath = (family: Family): string | null => process.env[variable[family]] || null;

/** An installed browser of the family; what CHROME_PATH or FIREFOX_PATH names goes first. */
export function findBrowser(family: Family): InstalledBrowser | null {
  const named = namedPath(family);
  if (named !== null) return isProgram(named) ? { family, path: named } : null;
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const inPath = commands[family].flatMap((command) => folders.map((folder) => join(folder, command)));
  const path = [...inPath, ...usualPaths(family)].find(isProgram);
  return path === undefined ? null : { family, path };
}

function installAdvice(family: Family): string {
  const named = namedPath(family);
  if (named !== null) return `${variable[family]} is "${named}", which is no program`;
  const name = family === 'chromium' ? 'Chromium (or Chrome or Edge)' : 'Firefox';
  const how = {
    darwin: `brew install --cask ${family}`,
    win32: `winget install ${family === 'chromium' ? 'Hibbiki.Chromium' : 'Mozilla.Firefox'}`,
    linux: isDebian()
      ? `sudo apt-get install ${debianPackage[family]}`
      : `the package "${family}" of your distribution`,
  }[process.platform as string];
  return `${name} was not found. ${how === undefined ? 'Install it' : `Install it (${how})`}, or name it in ${variable[family]}.`;
}

/** The browsers, in the order asked for; on Debian as root the missing ones are installed first. */
export async function provideBrowsers(
  families: readonly Family[],
): Promise<Result<readonly InstalledBrowser[], BrowserMissing>> {
  const missing = (): readonly Family[] =>
    families.filter((family) => namedPath(family) === null && findBrowser(family) === null);
  await installOnDebian(() => missing().map((family) => debianPackage[family]));
  const found: InstalledBrowser[] = [];
  for (const family of families) {
    const browser = findBrowser(family);
    if (browser === null) return failed({ code: 'BrowserMissing', family, advice: installAdvice(family) });
    found.push(browser);
  }
  return ok(found);
}
