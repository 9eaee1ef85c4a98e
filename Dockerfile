# docker build --build-arg REVISION=$(git rev-parse HEAD) -t kubeguide .
# The same bytes for the same commit: every file carries the time SOURCE_DATE_EPOCH, and nothing of the machine that builds.

FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG TARGETARCH
ENV DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
WORKDIR /source

# What decides the restore comes first: it is done again only when one of these files changes.
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt ./
COPY src/KubeGuide.Core/KubeGuide.Core.csproj src/KubeGuide.Core/
COPY src/KubeGuide.Web/KubeGuide.Web.csproj src/KubeGuide.Web/
RUN dotnet restore src/KubeGuide.Web -a $TARGETARCH -p:PublishReadyToRun=true

COPY src src
COPY wwwroot wwwroot
COPY docs docs
ARG SOURCE_DATE_EPOCH=0
# Analyzers are the business of check.sh. The one thing that a build writes its own time into is the list of static files.
RUN dotnet publish src/KubeGuide.Web -c Release -a $TARGETARCH --no-restore --no-self-contained -p:RunAnalyzers=false -p:PublishDocumentationFiles=false -o /app \
 && rm -r /app/docs \
 && sed -i "s/\(\"Last-Modified\",\"Value\":\"\)[^\"]*/\1$(date --utc --date=@$SOURCE_DATE_EPOCH '+%a, %d %b %Y %T GMT')/g" /app/*.endpoints.json \
 && find /app docs -exec touch --no-dereference --date=@$SOURCE_DATE_EPOCH {} +

FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ARG VERSION=0.1.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="KubeGuide" \
      org.opencontainers.image.description="A website from a team's Markdown notes on Kubernetes, written in Japanese" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version=$VERSION \
      org.opencontainers.image.revision=$REVISION
COPY --from=build /app /app
# The glossary that is served until a folder is mounted over it.
COPY --from=build /source/docs /notes
# No diagnostic socket: the root file system is read-only.
ENV ASPNETCORE_HTTP_PORTS=8080 DOTNET_EnableDiagnostics=0 KubeGuide__Notes=/notes
EXPOSE 8080
USER $APP_UID
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s CMD ["/app/kubeguide", "healthcheck"]
ENTRYPOINT ["/app/kubeguide"]
