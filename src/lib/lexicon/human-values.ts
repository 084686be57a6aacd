/** Methods of authentication that are registered: RFC 8176 §2. */
export const authenticationMethods = [
	...(['face', 'fpt', 'geo', 'hwk', 'iris', 'kba', 'mca', 'mfa', 'otp', 'pin', 'pwd'] as const),
	...(['rba', 'retina', 'sc', 'sms', 'swk', 'tel', 'user', 'vbm', 'wia'] as const)
] as const;
export type AuthenticationMethod = (typeof authenticationMethods)[number];

/** Ways to name the key that a token is bound to: RFC 7800 §3, RFC 8705 §3.1, RFC 9449 §6.1. */
export const confirmationMethods = ['jwk', 'jwe', 'kid', 'jku', 'x5t#S256', 'jkt'] as const;
export type ConfirmationMethod = (typeof confirmationMethods)[number];

/** What the value of a claim means to a person. Times are in seconds. */
export type HumanValue =
	/** `fromNow`: below zero it is past. */
	| { kind: 'time'; at: number; fromNow: number }
	/** `text`: a number in quotes. A unit: a number that is a date in it. `range`: no calendar has it. */
	| {
			kind: 'no-time';
			written: string;
			as: 'text' | 'milliseconds' | 'microseconds' | 'nanoseconds' | 'range' | 'other';
	  }
	| { kind: 'duration'; seconds: number }
	| { kind: 'scopes'; names: readonly string[] }
	| { kind: 'methods'; methods: readonly { name: string; known?: AuthenticationMethod }[] }
	| { kind: 'verified'; what: 'email' | 'phone'; is: boolean }
	/** A yes or no that is written as a text. */
	| { kind: 'yes-as-text'; written: string }
	/** How the subject is named to others: OIDC Core §8. */
	| { kind: 'subject'; how: 'pairwise' | 'public' | 'not-known' }
	| { kind: 'confirmation'; by: readonly ConfirmationMethod[]; others: readonly string[] }
	/** Who acts, the one who acts now first; `more`: how many stand behind them. */
	| { kind: 'actors'; chain: readonly string[]; more: number }
	| { kind: 'events'; names: readonly string[] }
	/** The left half of a hash. */
	| { kind: 'half-hash'; octets: number }
	| { kind: 'audiences'; names: readonly string[] }
	| { kind: 'members' | 'elements'; count: number }
	/** A number that JavaScript rounds, as it is written: RFC 8259 §6. */
	| { kind: 'inexact'; written: string };
