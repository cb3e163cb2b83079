-- Opens a text as a user does and writes what Neovim knows of it to a file, as JSON.
-- Environment: SETUP (the user's settings), TEXT (the text to open), OUT (where the outcome goes).
local outcome = {}

local function wait(what, condition)
  assert(vim.wait(20000, condition, 20), what)
end

local function diagnostics()
  return vim.tbl_map(function(found)
    local line = vim.fn.getline(found.lnum + 1)
    return {
      code = found.code or (found.user_data and found.user_data.lsp and found.user_data.lsp.code),
      line = found.lnum,
      marked = found.lnum == found.end_lnum and line:sub(found.col + 1, found.end_col) or '',
      message = found.message,
      severity = found.severity,
    }
  end, vim.diagnostic.get(0))
end

local function marks(text)
  return function()
    for _, found in ipairs(diagnostics()) do
      if found.marked == text then return true end
    end
    return false
  end
end

local function put_cursor(text)
  vim.fn.cursor(1, 1)
  vim.fn.search(text, 'cW')
end

local ok, fault = pcall(function()
  vim.cmd('filetype on')
  dofile(vim.env.SETUP)
  vim.cmd('edit ' .. vim.env.TEXT)
  wait('diagnostics of the opened text', marks('5%'))
  outcome.opened = diagnostics()
  outcome.encoding = vim.lsp.get_client_by_id(next(vim.lsp.buf_get_clients(0))).offset_encoding

  put_cursor('5%')
  vim.ui.select = function(items, options, choose)
    local titles = vim.tbl_map(options.format_item or tostring, items)
    outcome.actions = titles
    for index, title in ipairs(titles) do
      if title:find('^Skriv ') then return choose(items[index], index) end
    end
    choose(nil)
  end
  vim.lsp.buf.code_action()
  wait('the quick fix', function() return not vim.fn.getline(3):find('5%%') end)
  outcome.fixed = vim.fn.getline(3)
  wait('the finding to go', function() return not marks('5%')() end)

  -- Characters of all widths come and go before another finding.
  vim.api.nvim_buf_set_lines(0, 1, 1, false, { '', 'Åäö 👩‍👧 och 7% till.' })
  wait('diagnostics of the new line', marks('7%'))
  put_cursor('Åäö')
  vim.cmd('normal! x')
  vim.cmd('normal! i🎉é')
  wait('diagnostics after edits', function() return marks('7%')() and #diagnostics() > 0 end)
  outcome.edited = diagnostics()
  outcome.text = vim.api.nvim_buf_get_lines(0, 0, -1, false)
end)
outcome.fault = not ok and tostring(fault) or nil
vim.fn.writefile({ vim.json.encode(outcome) }, vim.env.OUT)
vim.cmd('qall!')
