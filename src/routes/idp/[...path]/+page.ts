/** Not a page of its own: what the static host shows while no worker answers for the authorization server yet. */
export const prerender = false;
export const ssr = false;
export const trailingSlash = 'ignore';
