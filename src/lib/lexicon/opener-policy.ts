export const openerPolicyHeader = 'Cross-Origin-Opener-Policy';

/** The first part of the paths that the popup of a sign-in shows: they keep their tie to the page that opened it. */
const shownInPopups: readonly (string | undefined)[] = ['popup', 'callback', 'idp'];

/**
 * The opener policy of the page at a path, without the base of the site. It cuts the tie to a stranger's page that opened
 * ours, and leaves the one to a popup, which the value `same-origin` would cut as well. Undefined: the page has none.
 */
export const openerPolicyOf = (path: string): string | undefined =>
	shownInPopups.includes(path.split('/')[1]) ? undefined : 'same-origin-allow-popups';
