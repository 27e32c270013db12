#!/usr/bin/env bash
# Builds chenjian.exe for Windows 7 to 11 (64 bit) on Debian 12.
#
#   packaging/windows/build.sh      → target/windows/chenjian.exe and the licences beside it
#
# packaging/README.md says why it takes Debian's own compiler.
set -euo pipefail
cd "$(dirname "$0")/../.."

target=x86_64-win7-windows-gnu
gcc=x86_64-w64-mingw32
out=target/windows
missing=()

# Debian's compiler has its library source in a package of the same version; rustup's would shadow it.
export PATH=/usr/bin:/bin
for pair in rustc=rustc-web cargo=cargo-web $gcc-gcc=mingw-w64; do
    command -v "${pair%%=*}" >/dev/null || missing+=("${pair#*=}")
done
dpkg -s rust-web-src >/dev/null 2>&1 || missing+=(rust-web-src)
if ((${#missing[@]})); then
    echo "missing; run as root: apt-get install ${missing[*]}" >&2
    exit 1
fi

# build-std is not a stable option; the source is that of this very compiler.
export RUSTC_BOOTSTRAP=1
export CARGO_TARGET_DIR=$PWD/$out/build
# The cc crate does not know the target's name: without these it compiles SQLite for Linux, silently.
suffix=${target//-/_}
export "CC_$suffix=$gcc-gcc" "CXX_$suffix=$gcc-g++" "AR_$suffix=$gcc-ar"
export "CARGO_TARGET_${suffix^^}_LINKER=$gcc-gcc"
cargo build --release --locked -Zbuild-std=std,panic_abort --target "$target"

cp "$CARGO_TARGET_DIR/$target/release/chenjian.exe" LICENSE-MIT LICENSE-APACHE "$out/"
cp assets/fonts/OFL-*.txt "$out/"
echo "libraries that it asks Windows for:"
"$gcc-objdump" -p "$out/chenjian.exe" | sed -n 's/^.*DLL Name: /  /p' | sort -u
ls -l "$out/chenjian.exe"
