import type { Language } from './language';

export const spanish: Language = {
	tag: 'es',
	common:
		'el|la|los|las|un|una|de|del|al|y|o|es|son|fue|fueron|ha|han|sido|se|está|están|estar|para|por|con|en|que|este|esta|su|sus|lo|le|proporcionad*|solicitad*|especificad*|indicad*|intente|inténtelo|favor|nuevo|cuando|como|puede|ser|hay',
	things: {
		REDIRECT:
			'uri* de redirec*|url* de redirec*|dirección de redirec*|redirección|redireccionamiento|uri* de retorno|url* de retorno|url* de devolución de llamada|url* de respuesta|uri* de respuesta|url de callback|dirección de respuesta',
		CODE: 'código de autorización|código de autenticación|código de acceso|código',
		othercode: 'código de error|código de estado',
		GRANT: 'concesión de autorización|otorgamiento de autorización|concesión|permiso de acceso',
		CLIENTID:
			'id de cliente|id del cliente|identificador de cliente|identificador del cliente|id. de cliente',
		CLIENTAUTH: 'autenticación de cliente|autenticación del cliente',
		CLIENT: 'cliente|clientes|aplicación cliente|aplicación|aplicaciones',
		SECRET: 'secreto de cliente|secreto del cliente|clave secreta|secreto|contraseña de cliente',
		STATE: 'parámetro de estado|parámetro state|estado',
		SCOPE: 'ámbito*|alcance*|scope*',
		REFRESH:
			'token* de actualización|token* de refresco|token* de renovación|token* de refrescamiento|refresh token|token de actualizacion',
		ACCESSTOKEN: 'token* de acceso|ficha de acceso|access token',
		IDTOKEN: 'token* de identidad|token* de identificación|token de id',
		USER: 'usuario*|propietario del recurso|propietario de recursos|dueño del recurso|cuenta|cuentas',
		ADMIN: 'administrador*',
		CHALLENGE: 'desafío de código|desafío del código|code challenge|reto de código',
		METHOD: 'método de desafío*|método code challenge|método de transformación',
		VERIFIER: 'verificador de código|verificador del código|code verifier|verificador',
		GRANTTYPE:
			'tipo* de concesión|tipo* de autorización|tipo* de otorgamiento|tipo* de permiso|tipo* de grant|tipo* de subvención',
		RESPONSETYPE: 'tipo* de respuesta',
		RESPONSEMODE: 'modo* de respuesta',
		AUDIENCE: 'audiencia|público|indicador de recurso',
		ORIGIN: 'origen',
		ISSUER: 'emisor|inquilino|servidor de autorización|realm|dominio de seguridad',
		POSTLOGOUT: 'uri de cierre de sesión|url de cierre de sesión|redirección de cierre de sesión',
		'authorization request': 'solicitud de autorización|petición de autorización|solicitud de autenticación',
		session: 'sesión|sesiones',
		login: 'inicio de sesión|iniciar sesión|inició sesión|inicie sesión|iniciado sesión|conectarse',
		authentication: 'autenticación|identificación',
		authenticated: 'autenticad*',
		consent: 'consentimiento',
		credentials: 'credenciales',
		parameter: 'parámetro*',
		request: 'solicitud|solicitudes|petición|peticiones',
		signature: 'firma',
		policy: 'política|políticas|directiva*',
		resource: 'recurso*',
		permission: 'permiso*',
		value: 'valor',
		access: 'acceso',
		token: 'token*'
	},
	says: {
		invalid: 'inválid*|no válid*|no es válid*|no son válid*|incorrect*|no es correct*|erróne*|equivocad*',
		missing:
			'falta|faltan|faltante*|ausente*|no se proporcionó|no se ha proporcionado|no proporcionad*|no se especificó|vací*|carece de|sin|omitid*|no se ha indicado|no incluye|no contiene',
		required: 'requerid*|obligatori*|necesari*|requiere|se necesita|exige',
		must: 'debe|deben',
		expired: 'expirad*|caducad*|venció|vencid*|expiró|caducó|ya no es válid*|tiempo de espera agotado',
		'already used':
			'ya utilizad*|ya usad*|ya se ha utilizado|ya se utilizó|ya fue utilizad*|ya ha sido utilizad*|ya se ha usado|ya fue usad*|ya ha sido usad*|ya canjead*|reutilizad*',
		unknown: 'desconocid*|no reconocid*|no se reconoce',
		'not found': 'no encontrad*|no se encontró|no se encontraron|no se ha encontrado|no se encuentra',
		'not exist': 'no existe|no existen|inexistente*',
		'not match': 'no coincid*|no concuerd*|no corresponde*|difier*|diferente*|distint*|no es idéntic*',
		malformed: 'mal formad*|malformad*|formato incorrecto|formato no válido|formato inválido|mal formatead*',
		'not registered':
			'no registrad*|no está registrad*|no se ha registrado|no fue registrad*|no está configurad*|no configurad*|no están registrad*',
		registered: 'registrad*|configurad*|dad* de alta',
		'not allowed':
			'no permitid*|prohibid*|no está permitid*|no están permitid*|no se permite*|no tiene permi*|no puede',
		'not authorized': 'no está autorizad*|no autorizad*|sin autorización',
		allowed: 'permitid*|autorizad*',
		'not supported':
			'no soportad*|no admitid*|no soporta|no compatible*|no es compatible*|no son compatible*|no está soportad*|no se admite*|no admite|no es soportad*',
		revoked: 'revocad*|se revocó|anulad*|invalidad*',
		denied: 'denegad*|denegó|rechazad*|rechazó|negad*|negó',
		canceled: 'cancelad*|canceló|abortó|abortad*',
		disabled: 'desactivad*|deshabilitad*|inhabilitad*|no habilitad*|no está habilitad*|inactiv*|bloquead*',
		'too many requests': 'demasiadas solicitudes|demasiadas peticiones|demasiad*',
		failed: 'falló|fallid*|ha fallado|no se pudo|error al',
		'issued to another': 'emitid* para otr*|emitid* a otr*',
		another: 'otro|otra|otros',
		no: 'ningún|ninguna|ninguno',
		not: 'no'
	}
};
