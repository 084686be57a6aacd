import type { Language } from './language';

export const french: Language = {
	tag: 'fr',
	common:
		'le|la|les|l|un|une|des|du|de|d|est|sont|été|être|et|ou|à|au|aux|pour|par|sur|dans|avec|ce|cette|cet|ces|il|elle|qui|que|qu|votre|vous|ne|n|se|s|a|ont|avait|fourni*|demandé*|spécifié*|veuillez|réessayer|lors|en|car|peut|son|sa',
	things: {
		REDIRECT:
			'uri* de redirection|url* de redirection|adresse* de redirection|lien de redirection|redirection|uri* de rappel|url* de rappel|url* de retour|url* de réponse|adresse de réponse',
		CODE: 'code d autorisation|code d authentification|code d accès',
		othercode: 'code d erreur|code de statut',
		GRANT: 'autorisation accordée|autorisation d accès|octroi d autorisation|octroi',
		CLIENTID:
			'identifiant client|identifiant du client|id client|id du client|id de client|identifiant de l application',
		CLIENTAUTH: 'authentification du client|authentification client',
		CLIENT: 'client|clients|application cliente|application|applications',
		SECRET: 'secret client|secret du client|clé secrète|secret',
		STATE: 'paramètre state|paramètre d état|état',
		SCOPE: 'portée*|étendue*|périmètre*|scope*',
		REFRESH:
			'jeton* d actualisation|jeton* de rafraîchissement|jeton* de renouvellement|jeton* de mise à jour|refresh token',
		ACCESSTOKEN: 'jeton* d accès|access token',
		IDTOKEN: 'jeton* d identité|jeton* d identification|jeton id',
		USER: 'utilisateur*|propriétaire de la ressource|propriétaire de ressource*|compte|comptes',
		ADMIN: 'administrateur*',
		CHALLENGE: 'défi de code|défi du code|code challenge|code de défi',
		METHOD: 'méthode de défi|méthode code challenge|méthode de transformation',
		VERIFIER: 'vérificateur de code|vérificateur du code|code verifier|code de vérification|vérificateur',
		GRANTTYPE:
			'type* d autorisation|type de consentement d autorisation|type* d octroi|type* de subvention|type* d accord|type* de droit|type de grant',
		RESPONSETYPE: 'type* de réponse',
		RESPONSEMODE: 'mode* de réponse',
		AUDIENCE: 'audience|public visé|indicateur de ressource',
		ORIGIN: 'origine',
		ISSUER: 'émetteur|locataire|serveur d autorisation|realm',
		POSTLOGOUT:
			'uri de déconnexion|url de déconnexion|redirection après déconnexion|redirection de déconnexion',
		'authorization request': 'demande d autorisation|requête d autorisation|demande d authentification',
		session: 'session',
		login: 'connexion|connecté*|connecter|ouverture de session|se connecter',
		authentication: 'authentification|identification',
		authenticated: 'authentifié*',
		consent: 'consentement',
		credentials: 'identifiants de connexion|informations d identification|identifiants',
		parameter: 'paramètre*',
		request: 'requête|demande',
		signature: 'signature',
		policy: 'politique*|stratégie*',
		resource: 'ressource*',
		permission: 'permission*',
		value: 'valeur',
		access: 'accès',
		token: 'jeton*|token*'
	},
	says: {
		invalid: 'invalide*|non valide*|pas valide*|plus être valide|incorrect*|erroné*|mauvais|mauvaise',
		missing:
			'manquant*|manque|manquait|omet|omis|absent*|pas fourni*|pas été fourni*|vide|pas été trouvé dans|sans|pas indiqué*|pas spécifié*',
		required: 'requis*|obligatoire*|nécessaire*|exigé*|exige|nécessite',
		must: 'doit|doivent',
		expired: 'expiré*|périmé*|plus valide*|délai dépassé|expiration',
		'already used': 'déjà utilisé*|déjà été utilisé*|déjà consommé*|déjà été échangé*|réutilisé*',
		unknown: 'inconnu*|non reconnu*|pas reconnu*',
		'not found': 'introuvable*|pas trouvé*|pas été trouvé*|aucun * trouvé',
		'not exist': 'existe pas|n existe plus|inexistant*',
		'not match':
			'ne correspond pas|ne correspondent pas|ne correspond à aucun*|ne correspondait à aucun*|ne correspondait pas|pas identique*|ne concorde* pas|différent*|diffère|non concordant*|incompatible*',
		malformed: 'mal formé*|malformé*|format incorrect|format invalide|mal formaté*|mal construit*',
		'not registered':
			'non enregistré*|pas enregistré*|pas été enregistré*|pas déclaré*|pas configuré*|non déclaré*|non configuré*',
		registered: 'enregistré*|déclaré*|configuré*|inscrit*',
		'not allowed': 'interdit*|pas permis*|non permis*|pas le droit|pas admis*',
		'not authorized': 'pas autorisé*|non autorisé*|plus autorisé*',
		allowed: 'autorisé*',
		'not supported':
			'pas pris en charge|pas prise en charge|pas prises en charge|non pris en charge|non prise en charge|non pris* en charge|pas supporté*|non supporté*|ne supporte pas|ne prend pas en charge|ne gère pas',
		revoked: 'révoqué*|révocation',
		denied: 'refusé*|refus|rejeté*',
		canceled: 'annulé*|abandonné*|annulation|interrompu*',
		disabled: 'désactivé*|non activé*|pas activé*|inactif*|bloqué*',
		'too many requests': 'trop de requêtes|trop de demandes|trop de|trop nombreu*',
		failed: 'échoué|échec|impossible',
		'issued to another': 'émis pour un autre|émis à un autre|délivré à un autre|émis * pour un autre',
		another: 'un autre|une autre|autre',
		no: 'aucun*',
		not: 'pas|non'
	}
};
