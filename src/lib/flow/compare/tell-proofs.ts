/** What the messages of an attempt prove. Where nothing is proved, the values say why. */
import type { Proof, Proofs } from '../proofs';
import { textValue, toldOf, type Told, type Value } from './told';

type Entry = [name: string, value: Value];

const entry = <T>(name: string, proof: Proof<T>, format: (value: T) => string): Entry[] =>
	proof.known ? [[name, textValue(format(proof.value))]] : [];

const equality = (value: { equal: true } | { equal: false; how: string | string[] }): string =>
	value.equal ? 'yes' : [value.how].flat().join(' ');

export const tellProofs = (proofs: Proofs): Told =>
	toldOf([
		...entry('challenge', proofs.challenge, (value) => (value.matches ? 'yes' : value.how)),
		...entry('state', proofs.state, equality),
		...entry('redirectUri', proofs.redirectUri, equality),
		...entry('code', proofs.code, equality),
		// Whether it was sent at all, the end says.
		...entry('uses', proofs.uses, ({ count }) => (count === 0 ? '' : String(count))),
		...entry('signature', proofs.signature, ({ valid }) => (valid ? 'valid' : 'invalid')),
		...entry('bearer', proofs.bearer, ({ sent }) => sent)
	]);

/** In whole seconds. */
export const tellTimes = ({ clock, secondsToRedeem }: Proofs): Told =>
	toldOf([
		...entry('@clock', clock, ({ seconds }) => String(seconds)),
		...entry('@wait', secondsToRedeem, (seconds) => String(Math.round(seconds)))
	]);
