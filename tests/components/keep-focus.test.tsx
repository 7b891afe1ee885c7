// @vitest-environment jsdom
import { useState } from 'preact/hooks';
import { expect, test, vi } from 'vitest';
import { keepFocus } from '../../components/keep-focus.ts';
import { Form } from '../../components/library/Form.tsx';
import { byName, press, show } from './render.tsx';

keepFocus(document);

const focused = (): string =>
  document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.tagName ?? '';

const Rows = () => {
  const [rows, setRows] = useState(['one', 'two']);
  return (
    <section aria-label="rows">
      {rows.map((row) => (
        <button key={row} type="button" onClick={() => setRows(rows.filter((each) => each !== row))}>
          {row}
        </button>
      ))}
      <button type="button">stays</button>
    </section>
  );
};

test('the part around a button that goes takes its focus', async () => {
  await show(<Rows />);
  const row = byName('button', 'one');
  row.focus();
  await press(row);
  await vi.waitFor(() => expect(focused()).toBe('rows'));
});

const List = () => {
  const [rows, setRows] = useState(['one', 'two', 'three']);
  return (
    <section aria-label="list">
      <button type="button">first of all</button>
      <ul>
        {rows.map((row) => (
          <li key={row} aria-label={row}>
            <button
              type="button"
              aria-label={`remove ${row}`}
              onClick={() => setRows(rows.filter((one) => one !== row))}
            />
          </li>
        ))}
      </ul>
    </section>
  );
};

test('a row that is taken off its list gives its focus to the one beside it, the last one to the part around', async () => {
  await show(<List />);
  for (const [row, then] of [
    ['two', 'three'],
    ['three', 'one'],
    ['one', 'list'],
  ] as const) {
    const button = byName('button', `remove ${row}`);
    button.focus();
    await press(button);
    await vi.waitFor(() => expect(focused()).toBe(then));
  }
});

test('what its reader left by themselves is not brought back', async () => {
  await show(<Rows />);
  const row = byName('button', 'two');
  row.focus();
  row.blur();
  await press(row);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(focused()).toBe('BODY');
});

const Opening = () => {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" aria-label="open" onClick={() => setOpen(true)}>
        +
      </button>
      {open ? (
        <Form title="A form" onSubmit={async () => null} onClose={() => setOpen(false)}>
          <input aria-label="field" />
        </Form>
      ) : null}
    </>
  );
};

test.each(['Cancel', 'Save'])('a form gives the focus back to what opened it: %s', async (by) => {
  await show(<Opening />);
  const opener = byName('button', 'open');
  opener.focus();
  await press(opener);
  expect(focused()).toBe('field');
  await press(byName('button', by));
  await vi.waitFor(() => expect(focused()).toBe('open'));
});
