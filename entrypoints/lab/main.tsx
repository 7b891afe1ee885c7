import { render } from 'preact';
import { useState } from 'preact/hooks';
import '../../components/base.css';
import { Gallery } from '../../components/gallery/Gallery.tsx';
import { Button } from '../../components/parts/Button.tsx';
import { fromParts } from '../../lib/message/analysis-parts.ts';
import { askBackground } from '../../lib/message/send.ts';
import type { AnalysisAnswer } from '../../lib/message/protocol.ts';
import { articleOf } from './article.ts';
import './lab.css';
import { Stages } from './Stages.tsx';

/** A text, and what every stage makes of it. */
const Workbench = () => {
  const [text, setText] = useState('');
  const [language, setLanguage] = useState('en');
  const [analysed, setAnalysed] = useState<AnalysisAnswer | null>(null);
  const [note, setNote] = useState('');
  const analyse = async (): Promise<void> => {
    const began = performance.now();
    const article = articleOf(text, language);
    const answer = await askBackground('analyse', { article, openedAt: Date.now(), reviews: [], ask: null });
    setNote(answer.ok ? `${Math.round(performance.now() - began)} ms` : JSON.stringify(answer.failure));
    setAnalysed(answer.ok ? fromParts(answer.value, article, []) : null);
  };
  return (
    <>
      <label>
        Text, a paragraph a line
        <textarea rows={10} dir="auto" value={text} onInput={({ currentTarget }) => setText(currentTarget.value)} />
      </label>
      <p>
        <label>
          Language{' '}
          <select value={language} onChange={({ currentTarget }) => setLanguage(currentTarget.value)}>
            {['en', 'de', 'fr', 'es', 'ru', 'uk', 'zh', 'ar'].map((tag) => (
              <option key={tag}>{tag}</option>
            ))}
          </select>
        </label>{' '}
        <Button look="strong" onPress={() => void analyse()}>
          Analyse
        </Button>{' '}
        <output>{note}</output>
      </p>
      {analysed === null ? null : <Stages answer={analysed} />}
    </>
  );
};

// The gallery stands apart, so that it is not drawn anew with every letter that is typed.
render(
  <main class="lab">
    <h1>Sidelight lab</h1>
    <Workbench />
    <details>
      <summary>Gallery of all components</summary>
      <Gallery />
    </details>
  </main>,
  document.body,
);
