# $checked (number)
# $due (number)
picture-checked = { $checked } of { $due } due
picture-cli-rates-out = save as PDF or xlsx
