/** Correcting what a name on a page stands for. */
export const wrongName = {
  open: 'Wrong name?',
  title: 'What does “{name}” stand for?',
  itIs: 'It is',
  other: 'something else in your store',
  new: 'something new, to be added',
  unknown: 'something that your store does not know',
  notAName: 'not a name',
  where: 'This holds',
  here: 'in this article',
  everywhere: 'wherever the name stands',
  wayBack: 'It loses its mark. In the library, under “Changes”, that can be undone.',
  choose: 'Choose which one it is.',
} as const;
