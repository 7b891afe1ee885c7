import { render } from 'preact';
import { useMemo } from 'preact/hooks';
import '../../components/base.css';
import { PagePanel } from '../../components/panel/PagePanel.tsx';
import { panelActions, reveal } from './panel-actions.ts';
import { usePanel } from './use-panel.ts';
import { followAppearance } from '../../lib/platform/follow-appearance.ts';
import { beginPage } from '../../components/own-page.ts';
import { words } from '../../lib/i18n/words.ts';

const SidePanel = () => {
  const { state, on, tab, readNow, memory, save, unsaved } = usePanel();
  const actions = useMemo(() => panelActions(tab, state.settings, save), [tab, state.settings]);
  return (
    <PagePanel
      sync={null}
      {...actions}
      state={state}
      memory={memory}
      unsaved={unsaved}
      on={on}
      onReadNow={readNow}
      onPick={(view) => on({ type: 'open', view })}
      onReveal={(subject, nth) => void reveal(tab?.id ?? null, subject, nth)}
      onSidePanel={null}
    />
  );
};

followAppearance(document);
beginPage(document, words.product);
render(<SidePanel />, document.body);
