#!/usr/bin/env bash
# Installs the release build for this user, or below PREFIX.
#
#   cargo build --release && packaging/linux/install.sh
#   sudo PREFIX=/usr/local packaging/linux/install.sh
set -euo pipefail
cd "$(dirname "$0")/../.."

prefix=${PREFIX:-$HOME/.local}
binary=${CARGO_TARGET_DIR:-target}/release/chenjian
[[ -x $binary ]] || { echo "$binary is missing; run: cargo build --release" >&2; exit 1; }
install -D -m 755 "$binary" "$prefix/bin/chenjian"
install -D -m 644 packaging/chenjian.svg "$prefix/share/icons/hicolor/scalable/apps/chenjian.svg"
install -D -m 644 packaging/linux/chenjian.desktop "$prefix/share/applications/chenjian.desktop"
install -D -m 644 -t "$prefix/share/doc/chenjian" LICENSE-MIT LICENSE-APACHE assets/fonts/OFL-*.txt
echo "installed in $prefix"
