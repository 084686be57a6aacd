import type { Check } from '$lib/lexicon/check';
import { check } from '$lib/lexicon/client-check';
import { say, type Said } from '$lib/lexicon/said';
import { shown, type JsonObject } from '$lib/message/json-body';

/** RFC 7515 §4.1, RFC 7518: what every reader knows, and `crit` must not name. */
const registered: ReadonlySet<unknown> = new Set(
	['alg', 'jku', 'jwk', 'kid', 'x5u', 'x5c', 'x5t', 'x5t#S256', 'typ', 'cty', 'crit'].concat(['enc', 'zip'])
);

/** RFC 7797 §7: a JWT is never signed over a payload that is not encoded. */
function faultOf(header: JsonObject): Said | undefined {
	const { crit } = header;
	if (header.b64 === false) return say('not-encoded');
	if (crit === undefined) return undefined;
	const names: unknown[] = Array.isArray(crit) ? crit : [];
	const isList = names.length > 0 && names.every((name) => typeof name === 'string');
	if (!isList || new Set(names).size < names.length) return say('crit-is-no-list', shown(crit));
	const absent = names.filter((name) => !Object.hasOwn(header, name));
	if (absent.length > 0) return say('crit-names-absent', ...absent);
	const known = names.filter((name) => registered.has(name));
	return known.length > 0 ? say('crit-names-standard', ...known) : say('crit-not-understood', ...names);
}

/**
 * Members of the header that a reader must understand, or refuse the token. None is understood here.
 * @see [RFC 7515 §4.1.11](https://www.rfc-editor.org/rfc/rfc7515#section-4.1.11)
 */
export function critCheck(header: JsonObject): Check {
	const fault = faultOf(header);
	return check('id-token-crit', fault ? 'fail' : 'pass', {
		expected: say('none'),
		actual: fault ?? say('none')
	});
}
