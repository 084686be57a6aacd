/** Microsoft Entra ID, its national clouds, External ID and B2C. */
const entra =
	/(^login\.microsoftonline\.(com|us)|^login\.partner\.microsoftonline\.cn|\.(ciam|b2c)login\.com)$/;

/**
 * Whether the provider at that address redeems the code of a single-page application only from a request that has
 * an `Origin` header. Most providers do not look at it, and some refuse an origin that they were not told of.
 * @see [AADSTS9002327](https://learn.microsoft.com/entra/identity-platform/reference-error-codes)
 */
export const needsOrigin = (address: string): boolean =>
	URL.canParse(address) && entra.test(new URL(address).hostname);
