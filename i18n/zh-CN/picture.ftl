# $checked (number)
# $due (number)
picture-checked = { $checked } 张，应有 { $due } 张
picture-cli-rates-out = 另存为 PDF 或 xlsx
