# The built site on port 8080: `docker build -t pkce-playground . && docker run -p 8080:8080 pkce-playground`.
FROM node:22-alpine AS build
WORKDIR /src
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
ARG BASE_PATH=""
ARG EMBED_HOSTS=""
ARG SITE_URL=""
RUN npm run build && mkdir -p "/www$BASE_PATH" && cp -r build/. "/www$BASE_PATH/" && \
	sed -i 's|/srv/www|/www|' build/hosting/nginx.conf

FROM nginxinc/nginx-unprivileged:stable-alpine
COPY --from=build /src/build/hosting/nginx.conf /etc/nginx/conf.d/default.conf
COPY --from=build /www /www
HEALTHCHECK CMD wget -q -O /dev/null http://127.0.0.1:8080/healthz || exit 1
