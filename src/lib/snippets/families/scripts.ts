import { perl } from '../languages/perl';
import { pythonAuthlib } from '../languages/python-authlib';
import { pythonRequests } from '../languages/python-requests';
import type { Language } from '../snippet';

/** Languages of scripts that run by themselves. */
export const languages: readonly Language[] = [pythonRequests, pythonAuthlib, perl];
