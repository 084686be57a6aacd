import type { Language } from '../snippet';
import { pythonRequests } from '../languages/python-requests';

/** Languages of scripts that run by themselves. */
export const languages: readonly Language[] = [pythonRequests];
