import * as v from 'valibot';
import { authenticationMethods, extensions, responseModes } from './configuration-choices';

const text = v.pipe(v.string(), v.maxLength(4096));

/** What the person chose in `configure`. Kept in `localStorage` for next time: never a secret, token or code. */
export const configurationSchema = v.object({
	issuer: text,
	clientId: text,
	redirectUri: text,
	/** Space-separated, as on the wire (RFC 6749 §3.3). */
	scope: text,
	audience: v.optional(text),
	/** RFC 8707: the API as a standard parameter. */
	resource: v.optional(text),
	/** The preset it was made from. */
	preset: v.optional(text),
	responseMode: v.optional(v.picklist(responseModes)),
	/** How the client authenticates. The secret or key itself is never part of a configuration. */
	authentication: v.optional(v.picklist(authenticationMethods)),
	/** Switched-on extensions of the flow. */
	extensions: v.optional(v.array(v.picklist(extensions))),
	/** Free parameters for the authorization request, in order. */
	extra: v.pipe(v.array(v.tuple([text, text])), v.maxLength(50)),
	/** The API to call in the end. */
	apiUrl: text
});

/** The member that is longer than a trace may hold, if any: such a walk could not be read again. */
export function tooLongIn(configuration: Configuration): string | undefined {
	const parsed = v.safeParse(configurationSchema, configuration);
	return parsed.success ? undefined : String(parsed.issues[0].path?.[0].key ?? '');
}

export type Configuration = v.InferOutput<typeof configurationSchema>;
