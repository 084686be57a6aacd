/** In place of a phrase of another version: nothing is made up for it. */
export const notKnown = 'something that this version has no words for';
