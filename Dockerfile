# The command line of the workshop, and the jars of the layers that Spark runs. Built from source, so that a machine needs
# Docker and nothing else.
FROM eclipse-temurin:17-jdk AS build
WORKDIR /build
COPY . .
# Maven's downloads stay in a cache between builds and in no layer.
RUN --mount=type=cache,target=/root/.m2 sh ./mvnw -q -B -ntp package -DskipTests -Dspotless.check.skip=true \
    && rm lab/command-line/target/lib/embedded-postgres-binaries-*.jar

FROM eclipse-temurin:17-jre
# The number is that of the user in Spark's image: both write to the lake. A new volume takes the owner of the folder that
# it is mounted on.
RUN useradd --system --uid 185 --create-home --home-dir /home/workshop workshop \
    && mkdir -p /jars /opt/spark/work-dir \
    && chown workshop /jars /opt/spark/work-dir
WORKDIR /opt/workshop
# What changes seldom comes first: a new build then adds some hundred kilobytes only.
COPY --from=build /build/lab/command-line/target/lib lib
COPY --from=build /build/batch-layer/target/batch-layer-*-spark.jar spark/batch-layer.jar
COPY --from=build /build/speed-layer/target/speed-layer-*-spark.jar spark/speed-layer.jar
COPY --from=build /build/kappa/target/kappa-*-spark.jar spark/kappa.jar
COPY --chmod=755 lab/containers/spark-submit spark/bin/spark-submit
COPY --chmod=755 lab/containers/workshop workshop
COPY --chmod=644 lab/jvm.options jvm.options
COPY datasets datasets
COPY --from=build /build/lab/command-line/target/app app
ENV PATH="/opt/workshop:${PATH}"
USER workshop
ENTRYPOINT ["/opt/workshop/workshop"]
CMD ["--help"]
