# From a build to a running command; sourced by bin/semblance.

# Sets command to the first argument that is no option and no value of one.
find_command() {
  command=
  while [ $# -gt 0 ]; do
    case $1 in
      --library | --model) shift ;;
      -*) ;;
      *)
        command=$1
        return
        ;;
    esac
    [ $# -eq 0 ] || shift
  done
}

# Sets memory to the megabytes that this process may use: the machine's or the container's.
find_memory() {
  local name value rest limit
  memory=4096
  if [ -r /proc/meminfo ]; then
    read -r name value rest </proc/meminfo
    memory=$((value / 1024))
  elif [ -x /usr/sbin/sysctl ]; then
    memory=$(($(/usr/sbin/sysctl -n hw.memsize) / 1048576))
  fi
  for limit in /sys/fs/cgroup/memory.max /sys/fs/cgroup/memory/memory.limit_in_bytes; do
    if [ -r "$limit" ]; then
      read -r value <"$limit" || value=max
      # Sixteen digits and more stand for "no limit".
      case $value in
        *[!0-9]* | "" | ????????????????*) ;;
        *) if [ $((value / 1048576)) -lt "$memory" ]; then memory=$((value / 1048576)); fi ;;
      esac
    fi
  done
}

# Sets heap to a share of memory ($1 percent), at least 256 and at most $2 megabytes.
bound_heap() {
  heap=$((memory * $1 / 100))
  if [ "$heap" -gt "$2" ]; then heap=$2; fi
  if [ "$heap" -lt 256 ]; then heap=256; fi
}

# File names are bytes; Java reads them by the locale, and keeps them all only in a UTF-8 one.
choose_locale() {
  case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
    *[Uu][Tt][Ff]-8* | *[Uu][Tt][Ff]8*) ;;
    *) if [ "$(uname -s)" != Darwin ]; then export LC_ALL=C.UTF-8; fi ;;
  esac
}

# Sets terminal to what the program should know of where it writes.
describe_terminal() {
  local streams= size=
  if [ -t 1 ]; then streams=${streams}o; fi
  if [ -t 2 ]; then streams=${streams}e; fi
  terminal=(-Dsemblance.terminal="$streams")
  if [ -n "$streams" ]; then
    size=$(stty size </dev/tty 2>/dev/null) || size=
    case $size in
      *" "*[1-9]*) terminal+=(-Dsemblance.columns="${size#* }") ;;
    esac
  fi
}

start() {
  local java=$java_home/bin/java
  find_command "$@"
  find_memory
  choose_locale
  # Kept from reporting to its makers by Semblance itself too; this way it need not call C for that.
  export ORT_DISABLE_TELEMETRY=1
  describe_terminal
  common=(--enable-native-access=ALL-UNNAMED -Dfile.encoding=UTF-8 -Djava.awt.headless=true)
  # Java would take the user's home from the system's list of users.
  if [ -n "${HOME:-}" ]; then common+=(-Duser.home="$HOME"); fi
  # shellcheck disable=SC2206
  common+=(${SEMBLANCE_JAVA_OPTS:-})
  case $command in
    index | demo) start_long "$@" ;;
    *) start_short "$@" ;;
  esac
}

# Commands that work for long: all of the machine, and Java's vector instructions. Java says on
# stderr that these are an incubator module; so stderr is kept from Java while it starts, and handed
# over as 3, which the program puts back first of all.
start_long() {
  bound_heap 33 4096
  exec "$java" "${common[@]}" "${terminal[@]}" -Xmx"${heap}m" -XX:+UseParallelGC \
    --add-modules jdk.incubator.vector -Dsemblance.stderr=3 \
    -cp "$classpath" dev.semblance.cli.Semblance "$@" 3>&2 2>/dev/null
}

# Commands that answer at once: a quick start is all that counts.
#
# The command line parser goes to the boot loader: its classes are as old as Java 5, so Java cannot
# keep them in the start-up cache, and takes longest to verify those; it trusts the boot loader's.
start_short() {
  local quick
  bound_heap 25 1024
  quick=(-Xmx"${heap}m" -Xmn48m -XX:+UseSerialGC -XX:-UsePerfData)
  # One compiler, and that for what runs a thousand times, not two hundred: less is compiled that is
  # over in half a second.
  quick+=(-XX:TieredStopAtLevel=1 -XX:Tier3InvocationThreshold=1000
    -XX:Tier3MinInvocationThreshold=500 -XX:Tier3CompileThreshold=4000)
  split_classpath
  if [ -n "$parser" ]; then quick+=(-Xbootclasspath/a:"$parser"); fi
  choose_pages
  cache=()
  if [ "${SEMBLANCE_STARTUP_CACHE:-}" != off ]; then use_startup_cache; fi
  exec "$java" "${common[@]}" "${terminal[@]}" "${quick[@]}" ${cache[@]+"${cache[@]}"} \
    -cp "$rest" dev.semblance.cli.Semblance "$@"
}

# Sets parser to the jar of the command line parser, and rest to the class path without it.
split_classpath() {
  local jar IFS=:
  parser= rest=
  for jar in $classpath; do
    case $jar in
      */picocli-[0-9]*.jar) parser=$jar ;;
      *) rest=${rest:+$rest:}$jar ;;
    esac
  done
}

# Linux hands out memory in pages of 4 KiB, thousands of them until a command has begun; it is asked
# for those of 2 MiB, for Java's heap and for what native code takes. Where it gives none, Java would
# say so at every start.
#
# What embeds at once has a dozen threads that each take a little native memory: they are given it
# from four places and not from one each, in large pieces, and none is given back before the end.
choose_pages() {
  local pages=/sys/kernel/mm/transparent_hugepage/enabled mode= tunables=
  if [ -r "$pages" ]; then read -r mode <"$pages" || mode=; fi
  case $mode in
    *"[always]"* | *"[madvise]"*)
      quick+=(-XX:+UseTransparentHugePages)
      tunables=:glibc.malloc.hugetlb=1
      ;;
  esac
  case $command in
    search | embed)
      tunables+=:glibc.malloc.arena_max=4:glibc.malloc.top_pad=33554432
      tunables+=:glibc.malloc.trim_threshold=1073741824
      ;;
  esac
  if [ -z "${GLIBC_TUNABLES:-}" ] && [ -n "$tunables" ]; then
    export GLIBC_TUNABLES="${tunables#:}"
  fi
}

# ---- the start-up cache

# Sets cache to the options that use the start-up cache of this build and JDK; where there is none,
# has it made. Beside startup.aot lies startup.for: what it was made for, and its size, since half a
# cache is what a full disk or a crash may leave.
use_startup_cache() {
  local made_for version= bytes=
  read_version
  made_for="$java $version $classpath ${common[*]} ${quick[*]}"
  read_startup_cache
  if [ -z "$bytes" ] && [ "${SEMBLANCE_STARTUP_CACHE:-}" = now ]; then
    make_startup_cache
    read_startup_cache
  elif [ -z "$bytes" ]; then
    make_startup_cache $$ >/dev/null 2>&1 </dev/null &
  fi
  if [ "${bytes:-none}" != none ]; then
    # It holds nothing of what was learnt of methods, see make-startup-cache.
    cache=(-XX:AOTCache="$run/startup.aot" -Xlog:aot=off -Xlog:cds=off
      -XX:+UnlockDiagnosticVMOptions -XX:-AOTReplayTraining)
  fi
}

# Sets bytes to the size of the cache that fits; "none" where none can be made; empty where it is yet
# to be made. Java refuses a cache that is older than a jar.
read_startup_cache() {
  local have= jar IFS=:
  if [ -r "$run/startup.for" ]; then
    { IFS= read -r have && IFS= read -r bytes; } <"$run/startup.for" || have=
  fi
  if [ "$have" != "$made_for" ]; then bytes=; fi
  case $bytes in
    "" | none) return ;;
  esac
  for jar in $classpath; do
    if [ "$jar" -nt "$run/startup.aot" ]; then bytes=; fi
  done
  if [ "$(size_of "$run/startup.aot")" != "$bytes" ]; then bytes=; fi
}

# With the id of a process, waits for its end first.
make_startup_cache() {
  "$root/bin/lib/make-startup-cache" "$run" "$made_for" "${1:-}" \
    "$java" "${common[@]}" "${quick[@]}" -cp "$rest"
}

read_version() {
  local line
  while IFS= read -r line || [ -n "$line" ]; do
    case $line in JAVA_RUNTIME_VERSION=*) version=${line#*=} ;; esac
  done <"$java_home/release"
}
