/** British English, whose dates and numbers the English text goes with. */
export const tag = 'en-GB';
