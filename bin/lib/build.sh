# From sources to a folder of jars that is ready to run; sourced by bin/semblance.
#
# runs/current names the newest build; runs/BUILD holds:
#   classpath   jars in order, one a line: names below lib, or whole paths
#   modules     the modules that went in, one a line
#   lib         their jars
#   begun       as old as the beginning of the build: sources that are newer were not in it
runs=$root/cli/target/run

# Sets java_home. The place found last is looked at before everything is searched.
find_java() {
  java_home=${JAVA_HOME:-}
  if [ -n "$java_home" ] && is_wanted_jdk "$java_home"; then return; fi
  java_home=
  if [ -r "$runs/java" ] && [ -z "${SEMBLANCE_JVM_DIRS+set}" ]; then
    IFS= read -r java_home <"$runs/java" || java_home=
  fi
  if [ -n "$java_home" ] && is_wanted_jdk "$java_home"; then return; fi
  java_home=$("$root/bin/find-java")
  mkdir -p "$runs" && printf '%s\n' "$java_home" >"$runs/java"
}

# Whether there is a whole build as new as the sources; sets run to its folder and classpath to its
# jars, separated by ":".
build_is_current() {
  local build jar module newer sources=()
  [ -r "$runs/current" ] && IFS= read -r build <"$runs/current" || return 1
  run=$runs/$build
  [ -r "$run/classpath" ] && [ -r "$run/modules" ] && [ -f "$run/begun" ] || return 1
  classpath=
  while IFS= read -r jar; do
    case $jar in /*) ;; *) jar=$run/lib/$jar ;; esac
    [ -r "$jar" ] || return 1
    classpath=${classpath:+$classpath:}$jar
  done <"$run/classpath"
  while IFS= read -r module; do
    for newer in "$root/$module/src/main" "$root/$module/pom.xml"; do
      if [ -e "$newer" ]; then sources+=("$newer"); fi
    done
  done <"$run/modules"
  newer=
  # Folders count too: one is newer when a file in it was deleted.
  IFS= read -r newer < <(find "${sources[@]}" "$root/pom.xml" -newer "$run/begun" -print 2>&1) || true
  [ -z "$newer" ]
}

build() {
  mkdir -p "$runs" || fail "$runs cannot be written to; Semblance is built there"
  take_lock "$runs/lock" "the build"
  if build_is_current; then
    give_lock_back "$runs/lock"
    return
  fi
  local build
  build=$(date +%Y%m%d-%H%M%S)-$$
  leaves "$runs/.new"
  rm -rf "$runs/.new"
  mkdir "$runs/.new" "$runs/.new/lib"
  touch "$runs/.new/begun"
  run_maven "$runs/maven.log"
  collect "$runs/.new"
  mv "$runs/.new" "$runs/$build"
  printf '%s\n' "$build" >"$runs/.current"
  mv "$runs/.current" "$runs/current"
  forget_old_builds "$build"
  build_is_current || true
  [ "$run" = "$runs/$build" ] || fail "the build did not end well; see $runs/maven.log"
  give_lock_back "$runs/lock"
}

run_maven() {
  local begun=$SECONDS
  if [ -r "$runs/current" ]; then
    say "sources are newer than the build: building"
  else
    say "building (the first time, Maven fetches what is needed; that takes a minute or more)"
  fi
  if ! (cd "$root" && JAVA_HOME=$java_home ./mvnw --batch-mode --no-transfer-progress \
    -pl cli -am package -DskipTests -Dspotless.check.skip -Dforbiddenapis.skip) >"$1" 2>&1; then
    grep -E '^\[(ERROR|WARNING)\]|error:' "$1" | head -n 40 >&2 || true
    fail "the build failed; the whole output is in $1"
  fi
  say "built in $((SECONDS - begun)) s"
}

# Copies what Maven built to the folder $1 and lists it there.
collect() {
  local jar module name
  while IFS= read -r jar; do
    case $jar in
      "$root"/*/target/*.jar)
        module=${jar#"$root"/}
        module=${module%%/target/*}
        name=${module//\//-}.jar
        cp "$jar" "$1/lib/$name"
        printf '%s\n' "$name" >>"$1/classpath"
        printf '%s\n' "$module" >>"$1/modules"
        ;;
      *) printf '%s\n' "$jar" >>"$1/classpath" ;;
    esac
  done < <(printf '%s\n' "$root/cli/target/semblance-cli.jar" && tr ':' '\n' <"$root/cli/target/classpath" && echo)
}

# Keeps the newest build $1 and the two before it, in case commands still run from them.
forget_old_builds() {
  local old count=0
  for old in $(cd "$runs" && ls -1d [0-9]*-[0-9]*-[0-9]* | sort -r); do
    count=$((count + 1))
    [ "$count" -le 3 ] || rm -rf "${runs:?}/$old"
  done
}
