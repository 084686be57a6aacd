/** What the messages prove, as checks are told. There is no value of a message in it. */
import type { Proof } from '$lib/flow/proof';
import type { Proofs } from '$lib/flow/proofs';
import { gapTexts, proofNames as names, proofTexts as texts } from '$lib/lessons/en/report/proofs';
import {
	bearerTexts,
	challengeFaultTexts,
	cookieLossTexts,
	landingTexts,
	redirectDifferenceTexts,
	sentAsText,
	valueChangeTexts
} from '$lib/lessons/en/proofs';
import type { Citation } from '$lib/lexicon/citations';
import type { ToldCheck } from './told';

type Told = Pick<ToldCheck, 'status' | 'expected' | 'actual'>;

/** RFC 6749 §4.1.2: a code should live for ten minutes at most. */
const longest = 600;
/** Farther apart, times in tokens are judged wrongly. */
const mostApart = 60;

const good = (expected: string, actual: string): Told => ({ status: 'pass', expected, actual });
const bad = (expected: string, actual: string): Told => ({ status: 'fail', expected, actual });
const odd = (expected: string, actual: string): Told => ({ status: 'warn', expected, actual });

const ofOther = ({ attempt }: { attempt?: number }): string =>
	attempt === undefined ? '' : texts.attempt(attempt + 1);

function equality(value: Proofs['state'] & { known: true }): Told {
	const is = value.value;
	if (is.equal) return good(texts.equal, texts.equal);
	return bad(texts.equal, `${valueChangeTexts[is.how]}${ofOther(is)}`);
}

type Cookies = Proofs['cookies'] & { known: true };

function cookiesBack({ value }: Cookies): Told {
	if (value.back) return good(texts.cookies, texts.cookies);
	return odd(texts.cookies, value.how.map((why) => cookieLossTexts[why]).join('; '));
}

/** What is proved of an attempt; a file of before may not say all of it. */
type Said = Omit<Proofs, 'cookies' | 'serverCookies' | 'landing'> &
	Partial<Pick<Proofs, 'cookies' | 'serverCookies' | 'landing'>>;

/** `live`: of a walk of this tab, what is not there was not sent so far, and nothing is said of it. */
export function provedBy(proofs: Said, live: boolean): ToldCheck[] {
	const rows: ToldCheck[] = [];
	function add<Value>(
		name: string,
		rfc: Citation,
		proof: Proof<Value> | undefined,
		tell: (proof: { known: true; value: Value }) => Told | undefined
	): void {
		if (!proof) return;
		if (!proof.known && live && proof.why === 'not-recorded') return;
		const told = proof.known ? tell(proof) : ({ status: 'skipped', actual: gapTexts[proof.why] } as const);
		if (told) rows.push({ name, rfc, ...told });
	}

	add(names.challenge, 'RFC 7636 §4.6', proofs.challenge, ({ value }) =>
		value.matches
			? good(texts.matches, texts.matches)
			: bad(texts.matches, `${challengeFaultTexts[value.how]}${ofOther(value)}`)
	);
	add(names.state, 'RFC 6749 §10.12', proofs.state, equality);
	add(names.redirectUri, 'RFC 6749 §4.1.3', proofs.redirectUri, ({ value }) =>
		value.equal
			? good(texts.equal, texts.equal)
			: bad(texts.equal, texts.differs(value.how.map((part) => redirectDifferenceTexts[part]).join(', ')))
	);
	add(names.code, 'RFC 6749 §4.1.3', proofs.code, equality);
	add(names.uses, 'RFC 6749 §4.1.2', proofs.uses, ({ value: { count, statuses } }) => {
		if (count === 0) return undefined;
		return count === 1 ? good(texts.once, texts.once) : odd(texts.once, texts.sent(count, statuses));
	});
	add(names.secondsToRedeem, 'RFC 6749 §4.1.2', proofs.secondsToRedeem, ({ value }) =>
		(value > longest ? odd : good)(texts.soon, texts.seconds(value))
	);
	add(names.signature, 'OIDC Core §3.1.3.7', proofs.signature, ({ value: { valid, alg, kid } }) =>
		valid ? good(texts.valid, texts.signedBy(alg, kid)) : bad(texts.valid, texts.notValid)
	);
	add(names.clock, 'OIDC Core §3.1.3.7', proofs.clock, ({ value: { seconds } }) =>
		Math.abs(seconds) > mostApart ? odd(texts.clockExpected, texts.clock(seconds)) : undefined
	);
	add(names.tokenRequest, 'RFC 6749 §4.1.3', proofs.tokenRequest, ({ value: { sentAs } }) =>
		sentAs === 'form' ? undefined : bad(texts.form, sentAsText(sentAs))
	);
	add(names.bearer, 'RFC 6750 §2.1', proofs.bearer, ({ value: { sent } }) => {
		if (sent === 'unknown') return undefined;
		return (sent === 'access-token' ? good : bad)(bearerTexts['access-token'], bearerTexts[sent]);
	});
	add(names.cookies, 'RFC 6265 §5.4', proofs.cookies, cookiesBack);
	add(names.serverCookies, 'RFC 6265 §5.4', proofs.serverCookies, cookiesBack);
	add(names.landing, 'RFC 6749 §4.1.2', proofs.landing, ({ value: { came, how = [] } }) => {
		if (came === 'page') return undefined;
		if (came === 'onward') return good(texts.onward, texts.onward);
		const parts = how.map((part) => redirectDifferenceTexts[part]).join(', ');
		const said = parts === '' ? landingTexts[came] : `${landingTexts[came]}: ${texts.differs(parts)}`;
		return (came === 'lost' || came === 'refused' ? bad : odd)(texts.onward, said);
	});
	return rows;
}
