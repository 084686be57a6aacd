import * as v from 'valibot';

const text = v.pipe(v.string(), v.maxLength(4096));

/** What the person chose in `configure`. Kept in `localStorage` for next time: never a secret, token or code. */
export const configurationSchema = v.object({
	issuer: text,
	clientId: text,
	redirectUri: text,
	/** Space-separated, as on the wire (RFC 6749 §3.3). */
	scope: text,
	audience: v.optional(text),
	/** Free parameters for the authorization request, in order. */
	extra: v.pipe(v.array(v.tuple([text, text])), v.maxLength(50)),
	/** The API to call in the end. */
	apiUrl: text
});

export type Configuration = v.InferOutput<typeof configurationSchema>;
