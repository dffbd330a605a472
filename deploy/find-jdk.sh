# shellcheck shell=sh
# For scripts that need a JDK 25, to be read with ".": find_jdk sets and exports JAVA_HOME, or says in
# one sentence what is missing and ends the script with 8.

is_jdk_25() {
  [ -x "$1/bin/javac" ] && grep -q '^JAVA_VERSION="25[".]' "$1/release" 2>/dev/null
}

# The home of the java on the PATH, which may be a link to a link.
home_on_path() {
  command -v java >/dev/null 2>&1 &&
    java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'
}

find_jdk() {
  for candidate in \
    "${JAVA_HOME:-}" \
    "$(home_on_path)" \
    /usr/lib/jvm/* \
    "${SDKMAN_CANDIDATES_DIR:-$HOME/.sdkman/candidates}"/java/* \
    "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home; do
    if [ -n "$candidate" ] && is_jdk_25 "$candidate"; then
      JAVA_HOME=$candidate
      export JAVA_HOME
      return 0
    fi
  done
  echo "No JDK 25 was found: install one, for example Temurin 25 from https://adoptium.net, or set JAVA_HOME to it." >&2
  exit 8
}
