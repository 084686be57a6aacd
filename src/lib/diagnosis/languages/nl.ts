import type { Language } from './language';

export const dutch: Language = {
	tag: 'nl',
	common:
		'de|het|een|is|zijn|was|werd|werden|wordt|worden|van|voor|met|op|aan|bij|door|dat|die|deze|dit|er|of|en|te|om|naar|als|heeft|hebben|kan|kon|konden|uw|je|opgegeven|aangevraagde|gevraagde|verstrekte|meegegeven|probeer|opnieuw|alstublieft|wanneer|omdat|tijdens|nog',
	things: {
		REDIRECT:
			'redirect ur*|redirection ur*|omleidings ur*|omleidingsur*|omleiding ur*|doorverwijzings ur*|doorverwijzingsur*|doorstuur ur*|callback ur*|antwoord ur*|retour ur*|doorverwijzing|omleiding',
		CODE: 'autorisatiecode*|authorisatiecode*|autorisatie code|machtigingscode*|authenticatiecode|toegangscode',
		othercode: 'foutcode|statuscode',
		GRANT: 'autorisatie toekenning|autorisatietoekenning|toekenning|machtiging|autorisatieverlening',
		CLIENTID: 'client id|client identificatie|clientidentificatie|toepassings id|applicatie id',
		CLIENTAUTH: 'client authenticatie|clientauthenticatie|clientverificatie|authenticatie van de client',
		CLIENT: 'client*|toepassing|toepassingen|applicatie*|app',
		SECRET: 'clientgeheim|client geheim|client secret|geheime sleutel|geheim',
		STATE: 'state parameter|statusparameter|state',
		SCOPE: 'scope*|bereik|reikwijdte|rechten',
		REFRESH: 'vernieuwingstoken*|verversingstoken*|vernieuwings token|refresh token*',
		ACCESSTOKEN: 'toegangstoken*|toegangs token|access token*|toegangssleutel',
		IDTOKEN: 'id token|identiteitstoken',
		USER: 'gebruiker*|eindgebruiker|resource eigenaar|eigenaar van de bron|account|accounts',
		ADMIN: 'beheerder*',
		CHALLENGE: 'code challenge|code uitdaging',
		METHOD: 'code challenge methode|challenge methode',
		VERIFIER: 'code verifier|codeverificatie|code verificatie',
		GRANTTYPE:
			'type autorisatie|autorisatietype|type authorisatie|toekenningstype|grant type*|type toekenning|toestemmingstype',
		RESPONSETYPE: 'antwoordtype*|response type*|reactietype*|type antwoord|responstype*',
		RESPONSEMODE: 'antwoordmodus|responsmodus|response modus',
		AUDIENCE: 'doelgroep|audience|resource indicator',
		ORIGIN: 'oorsprong|herkomst|origin',
		ISSUER: 'uitgever|tenant|realm|autorisatieserver|autorisatie server',
		POSTLOGOUT: 'uitlog ur*|afmeld ur*|logout ur*',
		'authorization request': 'autorisatieverzoek|autorisatieaanvraag|authenticatieverzoek',
		session: 'sessie*',
		login: 'aanmelding|aanmelden|aangemeld|inloggen|ingelogd|login|inlogpoging',
		authentication: 'authenticatie|verificatie',
		authenticated: 'geauthenticeerd|geverifieerd',
		consent: 'toestemming|instemming',
		credentials: 'inloggegevens|aanmeldgegevens|referenties',
		parameter: 'parameter*',
		request: 'verzoek|verzoeken|aanvraag|aanvragen',
		signature: 'handtekening',
		policy: 'beleid',
		resource: 'bron|resource',
		value: 'waarde',
		access: 'toegang',
		token: 'token*|sleutel'
	},
	says: {
		invalid: 'ongeldig*|niet geldig*|onjuist*|niet juist|incorrect|niet correct|verkeerd*|foutief|foutieve',
		missing:
			'ontbreekt|ontbrekend*|ontbreken|mist|niet opgegeven|niet meegegeven|niet aanwezig|leeg|zonder|niet meegestuurd|ontbrak',
		required: 'vereist*|verplicht*|nodig|benodigd*',
		must: 'moet|moeten',
		expired: 'verlopen|niet meer geldig|niet langer geldig|vervallen|time out',
		'already used': 'al gebruikt|reeds gebruikt|al eerder gebruikt|hergebruikt|al is gebruikt|al ingewisseld',
		unknown: 'onbekend*|niet bekend|niet herkend',
		'not found': 'niet gevonden|niet worden gevonden|niet vinden',
		'not exist': 'bestaat niet|niet bestaat|bestaan niet|niet bestaand*',
		'not match':
			'komt niet overeen|komen niet overeen|niet overeen*|komt niet|verschilt|wijkt af|niet gelijk',
		malformed:
			'onjuist gevormd|verkeerd gevormd|onjuiste indeling|ongeldige indeling|onjuist formaat|misvormd',
		'not registered': 'niet geregistreerd*|niet ingesteld|niet geconfigureerd|niet aangemeld als',
		registered: 'geregistreerd*|ingesteld*|geconfigureerd*',
		'not allowed': 'niet toegestaan*|verboden|niet mag|mag niet|geen toestemming',
		'not authorized': 'niet bevoegd|niet gemachtigd|niet geautoriseerd|onbevoegd',
		allowed: 'toegestaan*',
		'not supported':
			'niet ondersteund*|ondersteunt dit|ondersteund dit|ondersteunt niet|wordt niet ondersteund|ondersteunt deze',
		revoked: 'ingetrokken|herroepen',
		denied: 'geweigerd|weigerde|afgewezen|ontzegd',
		canceled: 'geannuleerd|afgebroken',
		disabled: 'uitgeschakeld|gedeactiveerd|niet ingeschakeld|niet actief|inactief|geblokkeerd|vergrendeld',
		'too many requests': 'te veel verzoeken|te veel aanvragen|te veel|teveel',
		failed: 'mislukt|fout bij|niet gelukt',
		'issued to another': 'uitgegeven aan een ander*|afgegeven aan een ander*|verstrekt aan een ander*',
		another: 'andere|een ander',
		no: 'geen',
		not: 'niet'
	}
};
