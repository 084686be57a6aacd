/**
 * Words by which sanitisers and people say that something was taken out: those of HAR sanitisers (Cloudflare, Google,
 * Fiddler, Dev Proxy), of logs (Rails, Sentry, IdentityServer), and what people type in their own language.
 */
export const removalWords: ReadonlySet<string> = new Set([
	...['redacted', 'redact', 'redaction', 'removed', 'filtered', 'masked', 'hidden', 'sanitized', 'sanitised'],
	...['obfuscated', 'scrubbed', 'censored', 'anonymized', 'anonymised', 'omitted', 'elided', 'stripped'],
	...['truncated', 'trimmed', 'snip', 'snipped', 'deleted', 'withheld', 'suppressed', 'concealed', 'cleared'],
	// German, Dutch.
	...['entfernt', 'geschwärzt', 'verborgen', 'anonymisiert', 'maskiert', 'gelöscht', 'ausgeblendet'],
	...['verwijderd', 'weggelaten', 'gemaskeerd', 'geanonimiseerd'],
	// French, Italian, Spanish, Portuguese.
	...['masqué', 'masque', 'masquée', 'supprimé', 'supprimée', 'caviardé', 'expurgé', 'anonymisé', 'caché'],
	...['rimosso', 'rimossa', 'nascosto', 'omesso', 'oscurato', 'mascherato', 'eliminato', 'redatto'],
	...['eliminado', 'eliminada', 'oculto', 'borrado', 'redactado', 'enmascarado', 'omitido', 'suprimido'],
	...['removido', 'removida', 'ocultado', 'mascarado', 'apagado', 'anonimizado'],
	// Polish, Russian.
	...['usunięto', 'usunięte', 'ukryto', 'ukryte', 'zamaskowano', 'удалено', 'скрыто', 'удалён', 'скрыт'],
	// Japanese, Chinese, Korean.
	...['削除', '削除済み', '削除済', '非表示', 'マスク', 'マスク済み', '伏せ字', '省略', '秘匿'],
	...[
		'已删除',
		'已隐藏',
		'已脱敏',
		'脱敏',
		'已屏蔽',
		'隐藏',
		'已刪除',
		'已隱藏',
		'삭제됨',
		'삭제',
		'숨김',
		'가림'
	]
]);

/** Words that stand beside them: what was taken out, and why. */
export const nameWords: ReadonlySet<string> = new Set([
	...[
		'code',
		'verifier',
		'challenge',
		'state',
		'nonce',
		'token',
		'tokens',
		'access',
		'refresh',
		'id',
		'client'
	],
	...[
		'secret',
		'session',
		'cookie',
		'cookies',
		'auth',
		'authorization',
		'bearer',
		'basic',
		'signature',
		'sig'
	],
	...[
		'jwt',
		'assertion',
		'credential',
		'credentials',
		'password',
		'passwd',
		'email',
		'mail',
		'user',
		'username'
	],
	...['name', 'key', 'api', 'value', 'values', 'data', 'header', 'sensitive', 'private', 'personal', 'pii'],
	...['uri', 'url', 'redirect', 'tenant', 'domain', 'host', 'ip', 'phone', 'for', 'by', 'was', 'is', 'has'],
	...[
		'been',
		'here',
		'the',
		'my',
		'manually',
		'manual',
		'customer',
		'security',
		'privacy',
		'reasons',
		'intentionally'
	]
]);
