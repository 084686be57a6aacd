import { describe, expect, it } from 'vitest';
import { citationUrl } from '$lib/lexicon/citation-url';
import { citations, type Citation } from '$lib/lexicon/citations';
import { hasFailed } from '$lib/lexicon/check';
import { check, checkCitations, checkThat } from '$lib/lexicon/check-citations';
import { authorizationServerChecks } from '$lib/lexicon/authorization-server-checks';
import { recordingChecks } from '$lib/lexicon/recording-checks';
import { clientChecks } from '$lib/lexicon/client-checks';
import { conclusionChecks } from '$lib/lexicon/conclusions';
import { resourceServerChecks } from '$lib/lexicon/resource-server-checks';
import { stepIds } from '$lib/lexicon/steps';
import { steps } from '$lib/flow/steps';

describe('citations', () => {
	it.each(Object.keys(citations) as Citation[])('%s has an address', (citation) => {
		const url = new URL(citationUrl(citation));
		expect(url.protocol).toBe('https:');
		expect(url.href).not.toContain('undefined');
		expect(url.hash === '' && !citation.startsWith('OIDC')).toBe(false);
	});

	it('link to the section', () => {
		expect(citationUrl('RFC 7636 §4.1')).toBe('https://www.rfc-editor.org/rfc/rfc7636#section-4.1');
		expect(citationUrl('RFC 7636 Appendix B')).toBe('https://www.rfc-editor.org/rfc/rfc7636#appendix-B');
		expect(citationUrl('OIDC Core §3.1.3.7')).toBe(
			'https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation'
		);
		expect(citationUrl('JARM §2.4')).toBe('https://openid.net/specs/oauth-v2-jarm-final.html#section-2.4');
	});
});

describe('checks', () => {
	it('have ids that no two roles share', () => {
		const own = [clientChecks, conclusionChecks, recordingChecks];
		const lists = [...own, authorizationServerChecks, resourceServerChecks];
		const ids = lists.flatMap(Object.keys);
		expect(new Set(ids).size).toBe(ids.length);
		expect(Object.keys(checkCitations)).toHaveLength(ids.length);
	});

	it('carry the citation of their id, and only what was compared', () => {
		expect(check('callback-state', 'skipped')).toEqual({
			id: 'callback-state',
			status: 'skipped',
			rfc: clientChecks['callback-state']
		});
		expect(checkThat('callback-state', false, { expected: 'a', actual: 'b' })).toEqual({
			id: 'callback-state',
			status: 'fail',
			expected: 'a',
			actual: 'b',
			rfc: clientChecks['callback-state']
		});
	});

	it('have failed when one of them has', () => {
		expect(hasFailed([check('token-type', 'pass'), check('token-scope', 'warn')])).toBe(false);
		expect(hasFailed([check('token-type', 'pass'), check('token-scope', 'fail')])).toBe(true);
	});
});

it('The steps of the flow are those of the lexicon, in order', () => {
	expect(steps.map(({ id }) => id)).toEqual(stepIds);
});
