import { perl } from '../languages/perl';
import { php } from '../languages/php';
import { pythonAuthlib } from '../languages/python-authlib';
import { pythonRequests } from '../languages/python-requests';
import { ruby } from '../languages/ruby';
import type { Language } from '../snippet';

/** Languages of scripts that run by themselves. */
export const languages: readonly Language[] = [pythonRequests, pythonAuthlib, php, ruby, perl];
