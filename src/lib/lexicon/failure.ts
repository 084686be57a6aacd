/**
 * Why there is no answer to read. The sentences are in `lessons/failures`, keyed by `reason`.
 * What is wrong with an answer that did arrive is told by its checks, not here.
 */
export const networkReasons = [
	'offline',
	'no-answer',
	'cors',
	'timeout',
	'cancelled',
	'redirected',
	'blocked-by-policy'
] as const;

export type NetworkReason = (typeof networkReasons)[number];

/** `detail` is the platform's own words, when it has any. */
export interface NetworkFailure {
	reason: NetworkReason;
	detail?: string;
}

/** Why a message cannot be built. `where` is the value or field at fault, as the person wrote it. */
export const askReasons = [
	'field-empty',
	'url-malformed',
	'url-scheme-refused',
	'endpoint-missing',
	'step-missing',
	'header-malformed',
	'key-missing',
	'too-long'
] as const;

export type AskReason = (typeof askReasons)[number];

export interface AskFailure {
	reason: AskReason;
	field: string;
	where?: string;
}

/** Why something pasted, imported or stored was not taken in. */
export const intakeReasons = [
	'not-json',
	'not-a-trace',
	'version-unknown',
	'too-large',
	'not-a-url',
	'other-redirect-uri',
	'no-parameters',
	'state-unknown',
	'state-of-another-attempt',
	'state-in-another-tab',
	'storage-full',
	'storage-blocked',
	'storage-unreadable',
	'worker-unavailable',
	'insecure-context',
	'secret-in-link',
	'link-unreadable'
] as const;

export type IntakeReason = (typeof intakeReasons)[number];

export interface IntakeFailure {
	reason: IntakeReason;
	where?: string;
}

export type Failure = NetworkFailure | AskFailure | IntakeFailure;
export type FailureReason = Failure['reason'];
