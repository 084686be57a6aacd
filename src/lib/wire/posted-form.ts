/**
 * A form that another site had the browser post to a page of ours. The service worker puts it aside, and the page takes
 * it from there: what was posted is in no address, so that no history has it, and goes to no host.
 */
import * as v from 'valibot';

const text = v.string();

const unreadableReasons = ['form-unreadable', 'form-too-large'] as const;

const postedSchema = v.variant('kind', [
	/** `body`: as it came, with every duplicate. */
	v.object({ kind: v.literal('form'), url: text, body: text }),
	v.object({ kind: v.literal('unreadable'), reason: v.picklist(unreadableReasons), where: text })
]);

export type PostedForm = v.InferOutput<typeof postedSchema>;

/** The longest form that is taken in, in bytes: an answer with an ID token and a signature around it has a tenth. */
export const longestForm = 100_000;

/** The cache in which it lies, apart from those of the site's files. */
export const postedCache = (base: string): string => `pkce-playground posted ${base}/`;

/** Where it lies there. Nothing is ever fetched from that address. */
export const postedAddress = (origin: string, base: string, id: string): string =>
	`${origin}${base}/callback/posted/${id}`;

const mark = '#pkce-playground-posted=';

/** The page that is told of a form, with nothing of it in its address. */
export const toldOf = (origin: string, base: string, id: string): string =>
	`${origin}${base}/callback/${mark}${id}`;

/** The form that an address tells of; undefined when it tells of none. */
export const postedIn = (hash: string): string | undefined =>
	hash.startsWith(mark) ? hash.slice(mark.length) : undefined;

export function parsePosted(value: unknown): PostedForm | undefined {
	const posted = v.safeParse(postedSchema, value);
	return posted.success ? posted.output : undefined;
}
