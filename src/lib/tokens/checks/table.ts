/** Every check of a token that was brought alone, in the order in which they are shown. */
import { accessTokenRows } from './access-token';
import { commonRows } from './common';
import { idTokenRows, otherRows } from './id-token';
import { logoutTokenRows } from './logout-token';
import { assertionRows, requestRows } from './of-client';
import { proofRows } from './proof';
import type { Row } from './row';
import { timeRows } from './times';
import { userInfoRows } from './user-info';

export const tokenCheckTable: readonly Row[] = [
	...commonRows,
	...idTokenRows,
	...accessTokenRows,
	...logoutTokenRows,
	...proofRows,
	...userInfoRows,
	...assertionRows,
	...requestRows,
	...otherRows,
	...timeRows
];
