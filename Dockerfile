# The command line in an image without a shell or a package manager, run by a user without rights.
# Charts and kustomizations need helm and kubectl, and --base needs git; neither is in it.
FROM gcr.io/distroless/nodejs24-debian12:nonroot
LABEL org.opencontainers.image.title="workerlint" \
      org.opencontainers.image.description="Checks gunicorn, celery and their siblings against the resources of the Kubernetes manifests that run them" \
      org.opencontainers.image.source="https://github.com/workerlint/workerlint" \
      org.opencontainers.image.licenses="Apache-2.0"
COPY LICENSE /workerlint/
COPY dist /workerlint/dist
WORKDIR /work
USER 65532:65532
ENTRYPOINT ["/nodejs/bin/node", "/workerlint/dist/cli.js"]
CMD ["check", "."]
