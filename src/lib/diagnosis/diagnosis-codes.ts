import type { CodeText } from './code-text';
import type { DiagnosisCode } from './codes';
import { clientCodes } from './codes-of-client';
import { personCodes } from './codes-of-person';
import { requestCodes } from './codes-of-request';

/** The text of every diagnosis. A code without a text does not compile. Load it where it is read, not before. */
export const codeTexts: Record<DiagnosisCode, CodeText> = { ...requestCodes, ...clientCodes, ...personCodes };
