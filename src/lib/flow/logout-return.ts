import { readLogoutReturn } from '$lib/client/logout';
import type { Check } from '$lib/lexicon/check';
import type { Session } from './session';

/** What is to be said of the address at which a sign-out ended. Nothing while nobody went. */
export const logoutReturn = ({ signOut }: Session, came: string): Check[] =>
	signOut && came.trim() !== '' ? readLogoutReturn(came.trim(), signOut.url) : [];
