/** Words by which a text tells of something that went wrong. */
export const trouble =
	/\b(?:errors?|fail(?:ed|ure|s)?|denied|invalid|unauthori[sz]ed|forbidden|exception|rejected|refused|expired|mismatch|missing|not (?:found|allowed|valid|registered|permitted)|cannot|could not|unable|blocked|timed? ?out|bad request|cors)\b|AADSTS\d+|\w{1,40}_(?:error|denied|required|grant|client|scope|request|token|uri)\b|\b(?:invalid|unsupported|unauthorized|interaction|login|consent|access|server|temporarily)_\w+|^HTTP\/[\d.]+ [45]|\bERR_\w+|www-authenticate|\b[A-Z]{2,6}-?\d{4,}\b|<(?:!doctype|html)/im;
