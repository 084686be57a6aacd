export const prerender = true;

/** Every page is a folder with an index.html: the plainest static host serves it without a redirect. */
export const trailingSlash = 'always';
