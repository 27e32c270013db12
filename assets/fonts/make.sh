#!/usr/bin/env bash
# Makes the four font files beside this script from the OFL families Noto Sans SC and Noto Serif SC.
#   assets/fonts/make.sh            needs npm, python3 with pip, and Debian's package unicode-data
# Sans Regular keeps every character (it is the fallback of last resort for names). The others keep
# GB 2312, 通用规范汉字表 (Unihan's field kTGH), Latin, punctuation, box and form signs.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm pack --silent @expo-google-fonts/noto-sans-sc@0.4.3 @expo-google-fonts/noto-serif-sc@0.4.3 >/dev/null
for archive in *.tgz; do mkdir "${archive%.tgz}"; tar xzf "$archive" -C "${archive%.tgz}"; done
python3 -m venv tools && tools/bin/pip install --quiet fonttools==4.60.1
python3 - > characters.txt <<'PY'
import bz2
chars = set(range(0x20, 0x7F)) | set(range(0xA0, 0x180)) | set(range(0x2000, 0x2070)) \
    | set(range(0x2100, 0x2150)) | set(range(0x2150, 0x2190)) | set(range(0x2190, 0x21C0)) \
    | set(range(0x2200, 0x22FF)) | set(range(0x2460, 0x2500)) | set(range(0x2500, 0x2640)) \
    | set(range(0x2700, 0x27C0)) | set(range(0x3000, 0x3040)) | set(range(0xFF00, 0xFFF0))
for high in range(0xA1, 0xF8):
    for low in range(0xA1, 0xFF):
        try:
            chars.add(ord(bytes([high, low]).decode('gb2312')))
        except UnicodeDecodeError:
            pass
for line in bz2.open('/usr/share/unicode/Unihan_OtherMappings.txt.bz2', 'rt', encoding='utf-8'):
    if '\tkTGH\t' in line:
        chars.add(int(line.split('\t')[0][2:], 16))
print('\n'.join(f'{c:04X}' for c in sorted(chars)))
PY
subset() { # source, target, extra arguments
    tools/bin/pyftsubset "$1" --output-file="$here/$2" --layout-features='kern' --no-hinting \
        --desubroutinize --name-IDs='0,1,2,3,4,6,13,14' --name-languages='0x409' --notdef-outline "${@:3}"
}
sans=$(echo expo-google-fonts-noto-sans-sc-*/package)
serif=$(echo expo-google-fonts-noto-serif-sc-*/package)
subset "$sans/400Regular/NotoSansSC_400Regular.ttf" NotoSansSC-Regular.ttf --unicodes='*'
subset "$sans/700Bold/NotoSansSC_700Bold.ttf" NotoSansSC-Bold.ttf --unicodes-file=characters.txt
subset "$serif/400Regular/NotoSerifSC_400Regular.ttf" NotoSerifSC-Regular.ttf --unicodes-file=characters.txt
subset "$serif/700Bold/NotoSerifSC_700Bold.ttf" NotoSerifSC-Bold.ttf --unicodes-file=characters.txt
cp "$sans/LICENSE_FONT" "$here/OFL-NotoSansSC.txt"
cp "$serif/LICENSE_FONT" "$here/OFL-NotoSerifSC.txt"
