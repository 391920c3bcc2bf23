# Shared by the scripts beside this folder; sourced, for bash 3.2 and newer.

# The Java that Semblance is written for.
wanted_java=25

say() {
  printf 'semblance: %s\n' "$*" >&2
}

fail() {
  say "$*"
  exit 2
}

# ---- what is deleted when the script ends, however it ends
leftovers=()

leaves() {
  leftovers+=("$1")
  trap 'rm -rf "${leftovers[@]}"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
}

# Sets the variable $1 to the file that $2 leads to through any number of symbolic links.
resolve_links() {
  local file=$2 target
  while [ -L "$file" ]; do
    target=$(readlink "$file")
    case $target in
      /*) file=$target ;;
      *) file=${file%/*}/$target ;;
    esac
  done
  printf -v "$1" '%s' "$file"
}

# Whether $1 is the home of a whole JDK of the wanted version. Reads its release file, starts nothing.
is_wanted_jdk() {
  local line
  [ -x "$1/bin/javac" ] && [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
  while IFS= read -r line || [ -n "$line" ]; do
    case $line in
      "JAVA_VERSION=\"$wanted_java\""* | "JAVA_VERSION=\"$wanted_java."*) return 0 ;;
    esac
  done <"$1/release"
  return 1
}

# The number of bytes in the file $1; 0 where there is none.
size_of() {
  if [ -f "$1" ]; then echo "$(($(wc -c <"$1")))"; else echo 0; fi
}

# Where this user's caches of Semblance go.
cache_dir() {
  if [ -n "${XDG_CACHE_HOME:-}" ]; then
    printf '%s\n' "$XDG_CACHE_HOME/semblance"
  elif [ "$(uname -s)" = Darwin ]; then
    printf '%s\n' "$HOME/Library/Caches/semblance"
  else
    printf '%s\n' "$HOME/.cache/semblance"
  fi
}

# ---- one at a time

# Who a process is: its id and when it began, where that can be told, so that a new process of an old
# id is not taken for it.
identity() {
  local stat=
  if [ -r "/proc/$1/stat" ]; then
    read -r stat <"/proc/$1/stat" || true
    # The name in parentheses may hold anything; the start is the 20th word after it.
    set -- "$1" ${stat##*) }
    printf '%s@%s' "$1" "${21:-}"
  else
    printf '%s@%s' "$1" "$(LC_ALL=C ps -o lstart= -p "$1" 2>/dev/null | tr -cd '[:alnum:]')"
  fi
}

# Takes the lock $1 if it can be had now. It is given back when the script ends. The lock is a
# symbolic link whose target names the holder: made in one step, and broken when the holder is gone.
try_lock() {
  holder=
  if ln -s "$(identity $$)" "$1" 2>/dev/null; then
    leaves "$1"
    return 0
  fi
  holder=$(readlink "$1" 2>/dev/null) || return 1
  if ! kill -0 "${holder%%@*}" 2>/dev/null || [ "$(identity "${holder%%@*}")" != "$holder" ]; then
    break_lock "$1" "$holder"
  fi
  return 1
}

# Takes the lock $1, waiting while another process holds it; $2 says what is waited for.
take_lock() {
  local holder told=
  until try_lock "$1"; do
    [ -w "${1%/*}" ] || fail "${1%/*} cannot be written to"
    if [ -z "$told" ] && [ -n "$holder" ] && kill -0 "${holder%%@*}" 2>/dev/null; then
      say "waiting for $2 by process ${holder%%@*}"
      told=yes
    fi
    sleep 0.1
  done
}

# Takes away the lock $1 of the dead holder $2; where somebody else took it in the meantime, it is
# put back.
break_lock() {
  mv "$1" "$1.$$" 2>/dev/null || return 0
  if [ "$(readlink "$1.$$")" != "$2" ]; then
    ln -s "$(readlink "$1.$$")" "$1" 2>/dev/null || true
  fi
  rm -f "$1.$$"
}

# Gives the lock $1 back before the script ends.
give_lock_back() {
  rm -f "$1"
}
