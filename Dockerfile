# The worker: Node runs the TypeScript sources as they stand, so there is nothing to build.
FROM node:24-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --no-progress

FROM node:24-slim
ENV NODE_ENV=production \
    STAGING_POST_DIR=/var/lib/staging-post
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json LICENSE ./
COPY bin ./bin
COPY src ./src
RUN ln -s /app/bin/staging-post.js /usr/local/bin/staging-post \
 && install -d -o node -g node -m 0711 /var/lib/staging-post \
 && install -d -o node -g node -m 0700 node_modules/.cache/staging-post
USER node
VOLUME /var/lib/staging-post
HEALTHCHECK --interval=60s --timeout=30s --start-period=30s CMD ["staging-post", "status"]
ENTRYPOINT ["staging-post"]
CMD ["start"]
