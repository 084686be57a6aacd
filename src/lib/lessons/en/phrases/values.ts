import type { PhraseTexts } from '../../said';
import { notKnown } from './not-known';

const either = (values: readonly string[]): string => values.join(' or ');

/** Whether something is there, and values that are put together. */
export const valuePhrases = {
	'not-known': notKnown,
	missing: 'missing',
	none: 'none',
	'none-so': (means: string) => `none, which means ${means}`,
	'none-all': 'none, which means all there is',
	'none-sent': 'none was sent',
	'not-needed': 'not there, and not needed',
	'not-asked-for': 'not asked for',
	'not-given': (name: string) => `${name} is not given`,
	present: 'present',
	sent: 'sent',
	unasked: 'came unasked',
	without: (name: string) => `no ${name}`,
	another: (name: string) => `another ${name}`,
	'another-or-none': 'another, or none',
	same: (name: string) => `the same ${name}`,
	'something-else': 'something else',
	'no-error': 'no error',
	'no-proof': 'no proof was sent',
	'a-header': (name: string) => `a ${name} header`,
	'no-header': (name: string) => `no ${name} header`,
	'no-content-type': 'no content type',
	list: (...values: string[]) => values.join(', '),
	'one-of': (...values: string[]) => either(values),
	'both-of': (...values: string[]) => values.join(' and '),
	named: (name: string, value: string) => `${name}: ${value}`,
	count: (found: string, all: string) => `${found} of ${all}`,
	all: 'all of them',
	'only-these': 'only these',
	'not-listed': (names: string) => `not listed: ${names}`,
	doubled: (...names: string[]) => `doubled: ${names.join(', ')}`,
	'each-once': 'each at most once',
	dropped: (what: string) => `left out: ${what}`,
	'in-place-of': (name: string, value: string, wished: string) => `${name}: ${value} in place of ${wished}`,
	unused: 'not used before',
	'used-before': 'used before',
	'used-now': 'used just now',
	unseen: 'not seen before',
	'seen-before': 'seen before'
} satisfies Partial<PhraseTexts>;
