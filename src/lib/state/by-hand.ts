import { needsOrigin } from '$lib/catalogue/needs-origin';
import type { HttpRequest } from '$lib/wire/http';

/** Whether the command for this message starts with the page's origin in it. */
export const startsWithOrigin = ({ url }: HttpRequest): boolean => needsOrigin(url);
