import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { words } from '../../lib/i18n/words.ts';
import type { CardSubject, PageReading } from '../../lib/model/reading.ts';
import type { Settings } from '../../lib/model/settings.ts';
import type { AskCard } from '../card/CardStack.tsx';
import { MemoryConsent } from '../memory/MemoryConsent.tsx';
import { Reaches } from '../options/Reaches.tsx';
import { Button } from '../parts/Button.tsx';
import { Unsaved } from '../parts/Unsaved.tsx';
import { Sample } from './Sample.tsx';
import { Tour, type TourStep, tourSteps } from './Tour.tsx';
import './Welcome.css';

/** Whether the browser lets us see pages: asked for when it is not so, with the reason. */
export type Access = 'granted' | 'missing' | 'just-granted';

interface WelcomeProps {
  readonly settings: Settings;
  /** Null while the store is asked for the sample's names. */
  readonly reading: PageReading | null;
  readonly access: Access;
  readonly ask: AskCard;
  readonly onCopy: (text: string) => Promise<boolean>;
  readonly onSettings: (patch: Partial<Settings>) => void;
  /** Whether the browser refused the last change. */
  readonly unsaved: boolean;
  readonly onGrant: () => void;
  readonly onOptions: () => void;
  readonly onStart: () => void;
}

const Part = ({ title, children }: { readonly title: string; readonly children: ComponentChildren }) => {
  const id = useId();
  return (
    <section class="welcome__part" aria-labelledby={id}>
      <h2 class="welcome__title" id={id}>
        {title}
      </h2>
      {children}
    </section>
  );
};

const AccessPart = ({ access, onGrant }: Pick<WelcomeProps, 'access' | 'onGrant'>) =>
  access === 'granted' ? null : (
    <Part title={words.welcome.access}>
      {access === 'missing' ? (
        <>
          <p class="welcome__hint">{words.welcome.accessMissing}</p>
          <Button look="strong" onPress={onGrant}>
            {words.welcome.accessAsk}
          </Button>
        </>
      ) : (
        <p class="welcome__hint" role="status">
          {words.welcome.accessGranted}
        </p>
      )}
    </Part>
  );

/** The first page: what it does, on a live sample; where it reads; what it remembers. */
export const Welcome = (props: WelcomeProps) => {
  const { settings, onSettings } = props;
  const [step, setStep] = useState<TourStep | null>('name');
  const next = () => setStep(step === null ? null : (tourSteps[tourSteps.indexOf(step) + 1] ?? null));
  const point = (kind: CardSubject['kind']) => {
    if ((step === 'name' && kind === 'figure') || (step === 'claim' && kind === 'claim')) next();
  };
  return (
    <main class="welcome">
      <header class="welcome__head">
        <img class="welcome__icon" src="/icon/icon.svg" alt="" width="44" height="44" />
        <h1 class="welcome__name">{words.welcome.title}</h1>
        <p class="welcome__lead">{words.welcome.lead}</p>
      </header>
      <Part title={words.welcome.tryIt}>
        <Tour step={step} onNext={next} onLeave={() => setStep(null)} />
        {props.reading === null ? (
          <p class="welcome__opening" role="status">
            {words.welcome.opening}
          </p>
        ) : (
          <Sample reading={props.reading} ask={props.ask} onCopy={props.onCopy} onPoint={point} />
        )}
      </Part>
      <AccessPart access={props.access} onGrant={props.onGrant} />
      <div class="welcome__choices">
        <Part title={words.welcome.where}>
          <Reaches value={settings.reach} onChange={(reach) => onSettings({ reach })} />
        </Part>
        <Part title={words.welcome.memory}>
          <MemoryConsent choice={settings.memory} onChoose={(memory) => onSettings({ memory })} />
        </Part>
      </div>
      <footer class="welcome__foot">
        <Button look="strong" onPress={props.onStart}>
          {words.welcome.start}
        </Button>
        <Button onPress={props.onOptions}>{words.welcome.allSettings}</Button>
      </footer>
      <Unsaved is={props.unsaved} />
    </main>
  );
};
