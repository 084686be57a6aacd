/**
 * Why there is no answer to read. The sentences are in `lessons/en/failures/failures`, keyed by `reason`.
 * What is wrong with an answer that did arrive is told by its checks, not here.
 */
export const networkReasons = [
	'offline',
	'no-answer',
	'part-missing',
	'local-network',
	'local-network-denied',
	'local-network-unanswered',
	'local-network-withheld',
	'local-network-empty',
	'filtered',
	'interrupted',
	'mixed-content',
	'blocked-by-policy',
	'refused-by-browser',
	'cors',
	'preflight-refused',
	'cors-on-errors',
	'cors-for-client',
	'redirected',
	'answer-too-large',
	'timeout',
	'cancelled'
] as const;

export type NetworkReason = (typeof networkReasons)[number];

/** `detail` is the platform's own words, when it has any. */
export interface NetworkFailure {
	reason: NetworkReason;
	detail?: string;
}

/**
 * What is tried after a request came to nothing, to learn why. `plain`: a bare GET whose answer may be read;
 * `unread`: a bare GET that does not ask to read the answer; `preflight`: an empty request for which the browser
 * asks the server first; `origin`: is anybody there at the root of the server?
 */
export const probeKinds = ['plain', 'unread', 'preflight', 'origin'] as const;

export type ProbeKind = (typeof probeKinds)[number];

/**
 * How far a probe came. `sent`: the browser's question before it was answered with yes, so it went out, but the
 * answer could not be read. `answered`: somebody is there; what was said cannot be read.
 */
export const probeResults = ['readable', 'redirected', 'sent', 'answered', 'nothing', 'late'] as const;

export type ProbeResult = (typeof probeResults)[number];

/** Why a message cannot be built. `where` is the value or field at fault, as the person wrote it. */
export const askReasons = [
	'field-empty',
	'url-malformed',
	'url-scheme-refused',
	'plain-http',
	'endpoint-missing',
	'step-missing',
	'recorded',
	'header-malformed',
	'secret-missing',
	'key-missing',
	'key-unusable',
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
	'no-flow-recorded',
	'too-large',
	'file-empty',
	'file-gone',
	'file-is-image',
	'file-is-html',
	'file-not-text',
	'other-archive',
	'archive-damaged',
	'archive-empty',
	'other-recorder-form',
	'recording-empty',
	'entries-unreadable',
	'cut-off',
	'not-a-url',
	'other-redirect-uri',
	'no-parameters',
	'form-unreadable',
	'form-too-large',
	'form-empty',
	'form-gone',
	'answer-empty',
	'answer-malformed',
	'state-unknown',
	'opener-out-of-reach',
	'state-of-another-attempt',
	'state-in-another-tab',
	'storage-full',
	'storage-blocked',
	'storage-unreadable',
	'walk-not-kept',
	'facts-not-kept',
	'drafts-unreadable',
	'saved-unreadable',
	'worker-unavailable',
	'insecure-context',
	'secret-in-link',
	'link-address-refused',
	'link-unreadable'
] as const;

export type IntakeReason = (typeof intakeReasons)[number];

export interface IntakeFailure {
	reason: IntakeReason;
	where?: string;
	/** What a link may not bring, by its name or its kind. */
	secret?: string;
}

export type Failure = NetworkFailure | AskFailure | IntakeFailure;
export type FailureReason = Failure['reason'];
