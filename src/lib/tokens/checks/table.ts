/** Every check of a token that was brought alone, in the order in which they are shown. */
import { commonRows } from './common';
import { idTokenRows, otherRows } from './id-token';
import type { Row } from './row';
import { timeRows } from './times';

export const tokenCheckTable: readonly Row[] = [...commonRows, ...idTokenRows, ...otherRows, ...timeRows];
