# syntax=docker/dockerfile:1

FROM node:24-slim AS dependencies
WORKDIR /app
ENV NPM_CONFIG_UPDATE_NOTIFIER=false NPM_CONFIG_FUND=false NPM_CONFIG_AUDIT=false
COPY package.json package-lock.json .npmrc ./
# `npm ci` is the strict install. It refuses a lock file that lacks other platforms' optional packages, which npm writes
# where a registry does not carry them; then the same versions are taken from the lock file by `npm install`.
# No package runs a script of its own.
RUN npm ci --ignore-scripts || npm install --no-save --ignore-scripts

FROM dependencies AS build
COPY tsconfig.json tsconfig.build.json nest-cli.json .swcrc ./
COPY scripts ./scripts
COPY src ./src
COPY web ./web
# What runs needs no compiler; and no optional package: MongoDB is a service of its own here, and the image has its own Node.
RUN npm run build && npm run build:web && npm prune --omit=dev --omit=optional --no-save --ignore-scripts

FROM node:24-slim AS product
ENV NODE_ENV=production DATA_DIR=/data LOG_DIR=/data/logs
WORKDIR /app
RUN install -d -o node -g node /data
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/web/dist ./web/dist
COPY package.json LICENSE NOTICE ./
USER node
VOLUME /data
EXPOSE 4000
# The product ends in order within 30 s of SIGTERM; give it that long (docker stop --time 35).
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT ?? 4000}/health/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/main.js"]
