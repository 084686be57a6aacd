/** An expected outcome: a value, or a failure that the person must be told about. Exceptions are bugs. */
export type Result<T, E> = { ok: true; value: T } | { ok: false; failure: E };

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

export const fail = <E>(failure: E): { ok: false; failure: E } => ({ ok: false, failure });
