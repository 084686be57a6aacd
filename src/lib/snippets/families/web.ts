import { curl } from '../languages/curl';
import { httpFile } from '../languages/http-file';
import { javascript } from '../languages/javascript';
import { node } from '../languages/node';
import { typescript } from '../languages/typescript';
import type { Language } from '../snippet';

/** What is closest to the wire, and to the page. */
export const languages: readonly Language[] = [curl, httpFile, javascript, typescript, node];
