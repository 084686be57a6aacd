/** The plain words for a rule that failed fit what the engine really writes. */
import { describe, expect, it } from 'vitest';
import { denialLine } from '$lib/lessons/en/phrases/denials';
import { meaningOf } from '$lib/lessons/en/provider/rule-faults';
import { body, rule, run } from './sandbox-run';

const meaning = async (code: string): Promise<string | undefined> => {
	const { denial } = await run(code.startsWith('!') ? rule(code.slice(1)) : body(code));
	return denial && meaningOf(denial.reason, denial.detail);
};

describe('what the engine writes means', () => {
	it.each([
		[
			'user.nobody.name; callback(null, user, context);',
			'It asks for “name” of something that is not there.'
		],
		[
			'user.nobody.name = 1; callback(null, user, context);',
			'It asks for “name” of something that is not there.'
		],
		['other(user);', 'It uses the name “other”, and nothing has that name here.'],
		['user.email();', 'It calls something that is no function.'],
		[
			'throw new UnauthorizedError("no");',
			'A rule denies by handing its error to the callback, and this one was thrown.'
		],
		['!function (user {', 'The engine stopped reading at a character that does not fit there.'],
		['fetch("https://idp.example/");', 'Network, storage, timers and the page are out of reach in here.']
	])('%s: %s', async (code, plain) => {
		expect(await meaning(code)).toBe(plain);
	});

	it('nothing more than it says where the author of the rule wrote it', async () => {
		expect(await meaning('callback(new Error("Only on weekdays"));')).toBeUndefined();
		expect(await meaning('throw new Error("Only on weekdays");')).toBeUndefined();
	});
});

it.each([
	['threw', 'TypeError: not a function', 'The rule broke off with an error: “TypeError: not a function”'],
	['time', '', 'The rule ran for too long, or did too much'],
	['of-another-version', 'x', 'of-another-version: “x”']
])('a denial for %s with “%s” is one line of a check', (reason, detail, line) => {
	expect(denialLine(reason, detail)).toBe(line);
});
