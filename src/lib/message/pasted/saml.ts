/** SAML 2.0, by which people sign in as well: known by its namespace, and by the names of its bindings. */
import { decodeBase64 } from '$lib/wire/base64';

/** SAML 2.0 Core §1.2. */
const namespace = /^<[^]{0,1500}urn:oasis:names:tc:SAML:2\.0:/;
/** SAML 2.0 Bindings §3.4, §3.5 and §3.6: in a query, in a form that was posted, or under its name in the tools of a browser. */
const binding = /(?:^|[?&\n])(SAML(?:Response|Request|art))\s{0,3}[=:]\s{0,3}[\w%+/]{4}/;

/** The beginning of what is written as Base64. `<` makes it begin with `P`. */
function decodedStart(text: string): string {
	if (!/^P[A-Z]/.test(text) || !/^[\w+/=%\s-]{40,}$/.test(text.slice(0, 2_000))) return '';
	const bytes = decodeBase64(text.replace(/\s+/g, '').slice(0, 1_600));
	return bytes === undefined ? '' : String.fromCharCode(...bytes);
}

/** What brings a statement of who somebody is; metadata and requests are no secrets. */
const says = /<(?:\w{1,20}:)?(?:Response|ArtifactResponse|Assertion|EncryptedAssertion)[\s>]/;

/**
 * The name under which a message of SAML is sent, where the text is one; empty for one that has none and no secret. Of a
 * text with spaces only one that is a message itself: elsewhere the name may stand in a log of anything.
 */
export function samlIn(text: string): string | undefined {
	const isMessage = !/\s/.test(text) || /^(?:(?:POST|GET) \S+ HTTP\/|SAML\w+\s*:)/.test(text);
	const name = isMessage ? binding.exec(text)?.[1] : undefined;
	if (name !== undefined) return name;
	const found = [text, decodedStart(text)].find((one) => namespace.test(one));
	return found === undefined ? undefined : says.test(found) ? 'SAMLResponse' : '';
}
